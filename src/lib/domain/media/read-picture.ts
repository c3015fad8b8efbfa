// Owns where a picture ends and whether it moves, read from its outer structure. It refuses what breaks off.
import type { PictureKind } from '#lib/domain/media/signatures.ts';

export type PictureShape = {
  /** The first byte that no longer belongs to the picture. */
  readonly end: number;
  readonly moves: boolean;
  /** Coarse first and finer later, so that no row is known before the last byte. */
  readonly interlaced: boolean;
};

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const textAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/** Of the two bytes `ff xx`: start of a scan, end of the picture, and markers that carry no length. */
const [scan, end] = [0xda, 0xd9];
/** Starts of frames that come in several passes. */
const passes = [0xc2, 0xc6, 0xca, 0xce];
const stands = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Behind a scan's header come its coded bytes, in which `ff` is always followed by `00` or a restart marker. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !stands(next)) return at;
  }
  return bytes.length;
}

/** The thumbnail inside the camera's data has an end of its own: segments are stepped over, never searched. */
function readJpeg(bytes: Uint8Array): PictureShape | null {
  let [at, interlaced] = [2, false];
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (marker === end) return { end: at + 2, moves: false, interlaced };
    if (passes.includes(marker)) interlaced = true;
    if (marker === 0xff) at += 1;
    else if (stands(marker)) at += 2;
    else {
      const after = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
      at = marker === scan ? endOfScan(bytes, after) : after;
    }
  }
  return null;
}

function readPng(bytes: Uint8Array): PictureShape | null {
  const view = viewOf(bytes);
  let [at, moves] = [8, false];
  while (at + 12 <= bytes.length) {
    const type = textAt(bytes, at + 4);
    const after = at + 12 + view.getUint32(at);
    if (type === 'acTL') moves = true;
    if (after > bytes.length) return null;
    if (type === 'IEND') return { end: after, moves, interlaced: bytes[28] === 1 };
    at = after;
  }
  return null;
}

function readWebp(bytes: Uint8Array): PictureShape | null {
  if (bytes.length < 21) return null;
  const after = 8 + viewOf(bytes).getUint32(4, true);
  const moves = textAt(bytes, 12) === 'VP8X' && ((bytes[20] ?? 0) & 0x02) !== 0;
  return after <= bytes.length ? { end: after, moves, interlaced: false } : null;
}

const readers = { jpeg: readJpeg, png: readPng, webp: readWebp };

/** Null where it breaks off or its parts do not follow each other. */
export const readPicture = (bytes: Uint8Array, kind: PictureKind): PictureShape | null => readers[kind](bytes);
