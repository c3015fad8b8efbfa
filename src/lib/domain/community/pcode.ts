// Owns what a P-code says by itself: its level and the place above it. It knows no names, and refuses codes of other shapes.
import type { PCode } from '#lib/domain/shared/ids.ts';

/** 1 region, 2 cercle, 3 commune, 4 locality. */
export type Level = 1 | 2 | 3 | 4;

const lengths = { 1: 4, 2: 6, 3: 8, 4: 11 } as const satisfies Record<Level, number>;
const shape = /^ML\d{2}(\d{2}(\d{2}(\d{3})?)?)?$/;

/** @returns the code when it has the shape of Mali's codes, else null. */
export const asPCode = (text: string): PCode | null => (shape.test(text) ? (text as PCode) : null);

export function levelOf(code: PCode): Level {
  switch (code.length) {
    case lengths[1]:
      return 1;
    case lengths[2]:
      return 2;
    case lengths[3]:
      return 3;
    default:
      return 4;
  }
}

/**
 * Chief towns have codes of their own: ML070000000 is Gao, in the commune ML070103; ML010200000 is Bafoulabé, in ML010201.
 * Zeros stand where a cercle or a commune would be, so such a code does not begin with its parent's.
 */
const isChiefTown = (code: PCode): boolean => levelOf(code) === 4 && code.endsWith('00000');

/** The place above by prefix; null for a region, and for a chief town, whose code does not tell its commune. */
export function parentByPrefix(code: PCode): PCode | null {
  const level = levelOf(code);
  if (level === 1 || isChiefTown(code)) return null;
  const above = (level - 1) as 1 | 2 | 3;
  return code.slice(0, lengths[above]) as PCode;
}

/** Whether the code itself allows this parent. */
export function fitsUnder(code: PCode, parent: PCode): boolean {
  if (levelOf(parent) !== levelOf(code) - 1) return false;
  if (!isChiefTown(code)) return code.startsWith(parent);
  const [region, cercle] = [code.slice(0, 4), code.slice(4, 6)];
  return parent.startsWith(region) && (cercle === '00' || parent.slice(4, 6) === cercle);
}
