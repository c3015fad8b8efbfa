// Owns the outlines of the regions of 2015, as paths of a drawing 256 wide and 244 high, by P-code. Made by `scripts/outlines.ts`
// from OCHA's COD-AB (CC0): they show where a region lies, and settle no border.

/** Where its name stands is said by x and y. */
export type Outline = { readonly path: string; readonly x: number; readonly y: number };

export const outlines: Readonly<Record<string, Outline>> = {
  ML01: {
    path: 'M51 155l-23 1-3 5-8-8-5 2-1 10-7 6 4 5 0 11 10 9-3 12 5 3 2-3 7 5 4-5 10 3 5-4 0-4 5 1 7-5 2-12-6-12 11-1z',
    x: 35,
    y: 181
  },
  ML02: {
    path: 'M53 204l4 8-1 5 5 2 19-13 3 6 9 3 3-6 5 0-5-7-12-7 5-7-2-9 8-8-3-7 4-9-44 0 16 19-11 1 6 12-2 12z',
    x: 74,
    y: 185
  },
  ML03: {
    path: 'M61 219l-3 8 6-1 1 10 6 4 3-4 9 5 6-3 0-5 7-1 3 8 8-4 0-10 5-7-2-5 11-5 2-9-7 2-11-4-10 4 5 7-5 0-3 6-9-3-3-6z',
    x: 90,
    y: 221
  },
  ML04: {
    path: 'M95 202l10-4 11 4 7-2 3 0-1-7 6-6-2-5-12 3-13-14 2-7 7-4-4-6-2 1-12 0-4 9 3 7-8 8 2 9-5 7z',
    x: 104,
    y: 183
  },
  ML05: {
    path: 'M131 187l6 6 5-2-1-7 6 1 1-7 5-3 6 2 2-6 19-9-7 1-8-7-12 2-7-8-5-1-6 7-7-6-19 4 4 6-7 4-2 7 13 14 12-3z',
    x: 136,
    y: 168
  },
  ML06: {
    path: 'M109 154l19-4 7 6 6-7 5 1 7 8 12-2 8 7 7-1-3-18 4-9-14-6 1-12 9-2 1-16-18-16 28-19 3-11-74-50-26 0 14 136 5 3-3 13z',
    x: 136,
    y: 82
  },
  ML07: {
    path: 'M180 162l22 2 9-5 34-1 10-17 1-26-35-1 0 5-12 1-11-4-6-14-14-3-1 16-9 2-1 12 14 6-4 9z',
    x: 211,
    y: 135
  },
  ML08: {
    path: 'M178 99l14 3 6 14 11 4 12-1 0-5 35 1 0-18-13 3-4-4 2-10-16-8-5 1-11-8 0-6-18-12-3 11-28 19z',
    x: 208,
    y: 92
  },
  ML09: { path: 'M69 196l4 4-4 4-4-4z', x: 69, y: 200 }
};
