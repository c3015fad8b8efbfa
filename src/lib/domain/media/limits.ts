// Owns how much may be sent and kept. Who sends more is refused before anything is decoded.

const megabyte = 1024 * 1024;

export const picture = {
  /** Bytes as sent. */
  heaviest: 6 * megabyte,
  /** Width times height: a phone's largest sensible picture. A few kilobytes of PNG can claim thousands of these. */
  mostPixels: 40_000_000,
  /** Of one that is sent coarse first and finer later: it can not be read row by row, and stands in memory as a whole. */
  mostPixelsInterlaced: 16_000_000,
  /** Longest edge of what is kept, in pixels. */
  edge: 1280,
  /** Of the whole one, that it aims at. */
  wholeBytes: 60_000,
  /** Of the small one that pages show, and the bytes that it aims at. */
  smallEdge: 320,
  smallBytes: 12_000
} as const;

/** How large a picture stands on a page, in pixels: it is never blown up. */
export function smallSize({ width, height }: { readonly width: number; readonly height: number }) {
  const shrink = Math.min(1, picture.smallEdge / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * shrink)), height: Math.max(1, Math.round(height * shrink)) };
}

export const voice = {
  heaviest: 4 * megabyte,
  /** Seconds. */
  longest: 120
} as const;

/** Bytes sent by one account in a day, and by all visitors together in an hour. What is refused counts as well. */
export const allowance = {
  account: { bytes: 60 * megabyte, seconds: 86_400 },
  visitors: { bytes: 300 * megabyte, seconds: 3600 }
} as const;
