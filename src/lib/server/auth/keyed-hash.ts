// Owns looking things up that must not be kept in clear: the same text and key give the same hash, and nothing leads back.
import { createHash, createHmac } from 'node:crypto';

/** For what is short enough to be tried through: numbers and codes. `key` is kept outside the database. */
export const keyedHash = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('hex');

/** For what was drawn with 256 bits, which nobody can try through. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
