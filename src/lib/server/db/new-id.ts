// Owns drawing identifiers: 12 characters of Crockford's base 32 from the system's randomness, so 60 bits.
import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

export const newId = <Id extends string>(): Id =>
  Array.from(randomBytes(12), (byte) => alphabet[byte % 32]).join('') as Id;
