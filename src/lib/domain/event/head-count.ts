// Owns how many came to an event, by status and sex: a range that somebody tapped, or a figure that somebody counted. Refuses
// figures beyond what a place holds.
import { colourCodes, type ByColour } from '../vote/colours.ts';
import { ok, refuse, type Result } from '../shared/result.ts';

/** At least and at most; equal where somebody counted. */
export type Range = { readonly least: number; readonly most: number };
export type HeadCount = ByColour<Range>;

/** The last has an end as well, so that totals have one: whoever saw more than 500 of a group counts, or has counted. */
export const headRanges = {
  none: { least: 0, most: 0 },
  'up-to-10': { least: 1, most: 10 },
  'up-to-25': { least: 11, most: 25 },
  'up-to-50': { least: 26, most: 50 },
  'up-to-100': { least: 51, most: 100 },
  more: { least: 101, most: 500 }
} as const satisfies Readonly<Record<string, Range>>;

export type HeadRange = keyof typeof headRanges;
export const headRangeCodes = Object.keys(headRanges) as HeadRange[];

/** Of one group. */
export const mostHeads = 100_000;

/** What was tapped and what was counted of one group; a figure wins. */
export type Estimate = { readonly range: HeadRange | null; readonly counted: number | null };

/** A refusal names the field of the first group that nobody said anything of. */
export function readHeadCount(said: ByColour<Estimate>): Result<HeadCount, 'choice-required'> {
  const ranges = colourCodes.map((colour) => [colour, rangeOf(said[colour])] as const);
  const missing = ranges.find(([, range]) => range === null);
  if (missing) return refuse('choice-required', { field: missing[0] });
  return ok(Object.fromEntries(ranges) as HeadCount);
}

function rangeOf({ range, counted }: Estimate): Range | null {
  if (counted !== null) return { least: counted, most: counted };
  return range && headRanges[range];
}

export const totalOf = (count: HeadCount): Range =>
  colourCodes.reduce(
    (sum, colour) => ({ least: sum.least + count[colour].least, most: sum.most + count[colour].most }),
    { least: 0, most: 0 }
  );

/** What a range is called where it was tapped; null for a figure that somebody counted. */
export const headRangeOf = ({ least, most }: Range): HeadRange | null =>
  headRangeCodes.find((code) => headRanges[code].least === least && headRanges[code].most === most) ?? null;
