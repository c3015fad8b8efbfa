// Owns how many people hold the PINs of a box, in which pairs they open it, and how long wrong ones wait. It knows no PIN.

/** Any two of them open, resume and close. They are known by their number, never by name. */
export const enrolledNumbers = [3, 4] as const;
export type Enrolled = (typeof enrolledNumbers)[number];

/** Numbers of people from 1, the lower first. */
export type Pair = readonly [number, number];

export const pairsOf = (enrolled: Enrolled): readonly Pair[] =>
  Array.from({ length: enrolled }, (_, place) => place + 1).flatMap((one, place, all) =>
    all.slice(place + 1).map((other): Pair => [one, other])
  );

export const pairOf = (one: number, other: number): Pair => (one < other ? [one, other] : [other, one]);

const free = 5;
const firstWait = 15;
const longestWait = 900;

/**
 * Seconds to wait after so many wrong tries in a row: from the fifth 15, doubling up to a quarter of an hour. It never locks for
 * good, since a whole village would wait for it, and the file itself is what a thief would try PINs on.
 */
export const waitAfter = (failures: number): number =>
  failures < free ? 0 : Math.min(longestWait, firstWait * 2 ** Math.min(failures - free, 10));
