// Owns where a point on earth stands on our map of Mali, and which part of it shows one region. It refuses points elsewhere.
import { outlines } from './outlines.ts';

export type MapPoint = { readonly x: number; readonly y: number };

/** Of the whole drawing. `scripts/outlines.ts` draws by the same numbers. */
export const wholeMap = '0 0 258 246';
const perDegree = 16;
const [west, north] = [-12.5, 25.2];
/** A degree of longitude beside one of latitude, in the middle of Mali. */
const narrowing = 0.956;

const tenth = (value: number): number => Math.round(value * 10) / 10;

export const onMap = (point: { readonly latitude: number; readonly longitude: number }): MapPoint => ({
  x: tenth((point.longitude - west) * narrowing * perDegree),
  y: tenth((north - point.latitude) * perDegree)
});

export type Frame = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The part of the drawing that one region fills, with a margin; null for a region that has no outline. */
export function frameOf(pcode: string): Frame | null {
  const numbers = outlines[pcode]?.path.match(/-?\d+/g)?.map(Number);
  if (!numbers) return null;
  let [x, y] = [0, 0];
  const [across, down]: [number[], number[]] = [[], []];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    x += numbers[at] ?? 0;
    y += numbers[at + 1] ?? 0;
    across.push(x);
    down.push(y);
  }
  const margin = 3;
  const [left, top] = [Math.min(...across) - margin, Math.min(...down) - margin];
  return {
    x: left,
    y: top,
    width: Math.max(...across) + margin - left,
    height: Math.max(...down) + margin - top
  };
}

type Placed<T> = T & MapPoint & { readonly side: 'start' | 'end' | null };

/**
 * Puts each name to the right of its point, or to the left, or nowhere where another one stands: the list below has them all.
 * @param line height of a name, in units of the drawing; a letter is about half as wide.
 */
export function placeNames<T extends MapPoint & { readonly name: string }>(
  points: readonly T[],
  { x: left, width }: Frame,
  line: number
): readonly Placed<T>[] {
  type Box = readonly [from: number, to: number, y: number];
  const taken: Box[] = points.map(({ x, y }) => [x - line / 3, x + line / 3, y]);
  return points.map((point) => {
    const length = (point.name.length * 0.64 + 0.9) * line;
    const boxes = [
      ['start', [point.x + line / 2, point.x + length, point.y]],
      ['end', [point.x - length, point.x - line / 2, point.y]]
    ] as const;
    for (const [side, box] of boxes) {
      const [from, to, y] = box;
      const isFree = taken.every(([other, end, at]) => to < other || from > end || Math.abs(at - y) >= line);
      if (!isFree || from < left || to > left + width) continue;
      taken.push(box);
      return { ...point, side };
    }
    return { ...point, side: null };
  });
}
