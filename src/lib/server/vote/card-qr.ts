// Owns the QR code of a card: the address of the ballot with the code behind `#`, which no server log ever sees.
import { encodeQR } from 'qr';
import type { CardCode } from '#lib/domain/vote/card-code.ts';

/** One SVG path with a run of modules each; `size` is its box, quiet zone included. */
export type QrPath = { readonly size: number; readonly path: string };

export function qrOfCard(origin: string, code: CardCode): QrPath {
  const modules = encodeQR(`${origin}/v#${code}`, 'raw', { ecc: 'medium', border: 2 });
  const runs = modules.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark && !row[x - 1] ? [`M${x} ${y}h${runLength(row, x)}v1H${x}z`] : []))
  );
  return { size: modules.length, path: runs.join('') };
}

function runLength(row: readonly boolean[], from: number): number {
  const end = row.indexOf(false, from);
  return (end < 0 ? row.length : end) - from;
}
