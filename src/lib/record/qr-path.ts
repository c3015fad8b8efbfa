// Owns drawing a QR code as one SVG path, so that a page needs no picture and no script for it.
import { encodeQR } from 'qr';

/** One SVG path with a run of modules each; `size` is its box, quiet zone included. */
export type QrPath = { readonly size: number; readonly path: string };

export function qrPath(text: string): QrPath {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
  const runs = modules.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark && !row[x - 1] ? [`M${x} ${y}h${runLength(row, x)}v1H${x}z`] : []))
  );
  return { size: modules.length, path: runs.join('') };
}

function runLength(row: readonly boolean[], from: number): number {
  const end = row.indexOf(false, from);
  return (end < 0 ? row.length : end) - from;
}
