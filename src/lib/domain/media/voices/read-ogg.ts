// Owns reading Opus in Ogg (RFC 3533, RFC 7845): one stream of whole, unbroken pages to the last byte.
import { textAt, viewOf, type ReadVoice } from '#lib/domain/media/voices/voice-shape.ts';

/** Opus counts its time in these, whatever the recorder's own rate. */
const ticksASecond = 48_000;
const [continued, first] = [1, 2];

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte << 24;
  for (let bit = 0; bit < 8; bit++) rest = rest & 0x80000000 ? (rest << 1) ^ 0x04c11db7 : rest << 1;
  return rest;
});

/** Ogg's checksum of a page, taken as if the field that carries it were empty. */
export function pageChecksum(page: Uint8Array): number {
  let sum = 0;
  page.forEach((byte, at) => {
    const counted = at >= 22 && at < 26 ? 0 : byte;
    sum = (sum << 8) ^ (table[((sum >>> 24) & 0xff) ^ counted] ?? 0);
  });
  return sum >>> 0;
}

/** @returns the length of the page at `at`, or null where there is no sound one. */
function pageLength(bytes: Uint8Array, at: number): number | null {
  const segments = bytes[at + 26];
  if (textAt(bytes, at) !== 'OggS' || bytes[at + 4] !== 0 || segments === undefined) return null;
  const sizes = bytes.subarray(at + 27, at + 27 + segments);
  const length = 27 + segments + sizes.reduce((sum, size) => sum + size, 0);
  if (sizes.length < segments || at + length > bytes.length) return null;
  return viewOf(bytes).getUint32(at + 22, true) === pageChecksum(bytes.subarray(at, at + length)) ? length : null;
}

export const readOgg: ReadVoice = (bytes) => {
  const view = viewOf(bytes);
  let [at, number, ticks] = [0, 0, 0];
  while (at < bytes.length) {
    const length = pageLength(bytes, at);
    // A second stream behind or beside the first, or a page left out.
    if (length === null || view.getUint32(at + 14, true) !== view.getUint32(14, true)) return null;
    if (view.getUint32(at + 18, true) !== number) return null;
    const flags = bytes[at + 5] ?? 0;
    if (number === 0 ? (flags & (first | continued)) !== first : (flags & first) !== 0) return null;
    const granule = view.getBigInt64(at + 6, true);
    // Minus one: no packet ends on this page.
    if (granule > 0n) ticks = Math.max(ticks, Number(granule));
    at += length;
    number += 1;
  }
  const head = 27 + (bytes[26] ?? 0);
  if (number < 3 || textAt(bytes, head, 8) !== 'OpusHead') return null;
  return { seconds: Math.max(0, ticks - view.getUint16(head + 10, true)) / ticksASecond, from: 0, to: bytes.length };
};
