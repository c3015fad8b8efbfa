// Owns SHA-256 at once, as the domain asks for it: the browser's own answers later.
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { toHex } from '#lib/domain/shared/hex.ts';

/** @returns 64 hexadecimal digits in lower case. */
export const sha256 = (text: string): string => toHex(hash(utf8ToBytes(text)));
