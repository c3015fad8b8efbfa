// Owns how a card or stone of each colour looks: a shape beside the colour, so that black and white printing tells them apart.
import type { Colour } from '#lib/domain/vote/colours.ts';

/** `path` is drawn in a box of 24 by 24; `tone` names a style token. The words are under `token.<colour>`. */
export const tokenShapes = {
  HW: { tone: 'a', path: 'M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20z' },
  HM: { tone: 'c', path: 'M3 3h18v18H3z' },
  RW: { tone: 'b', path: 'M12 2l11 20H1z' },
  RM: { tone: 'e', path: 'M12 1l11 11-11 11L1 12z' }
} as const satisfies Record<Colour, { tone: string; path: string }>;
