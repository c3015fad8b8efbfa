// Owns drawing identifiers: 12 characters of Crockford's base 32 from the system's randomness, so 60 bits.
import { randomFillSync } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const length = 12;

/** The system is asked for many at once: each call takes longer than answering a page from memory. No byte serves twice. */
const drawn = new Uint8Array(length * 256);
let used = drawn.length;

export function newId<Id extends string>(): Id {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  const end = used + length;
  let id = '';
  for (; used < end; used++) id += alphabet[(drawn[used] ?? 0) % 32];
  return id as Id;
}
