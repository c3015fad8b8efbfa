// Owns whether people, tokens and ballots add up, colour by colour. A difference blocks publication until a note explains it.
import { colourCodes, type ByColour, type Colour } from '#lib/domain/vote/colours.ts';
import type { Counted } from '#lib/domain/vote/hand-count.ts';
import { addByColour, noneByColour } from '#lib/domain/vote/tally.ts';

/** `issued`: tokens or cards handed out at check-in, one each. Hands have none and are not reconciled. */
export type HandedOut = {
  readonly present: ByColour<number>;
  readonly issued: ByColour<number>;
  readonly cast: ByColour<number>;
  readonly spoiled: ByColour<number>;
  readonly unused: ByColour<number>;
};

/** `stoneBudget`: stones each voter holds, the number of options or 1 where one mark is cast. */
export type StoneCount = {
  readonly cast: ByColour<number>;
  readonly bowls: readonly ByColour<number>[];
  readonly discard: ByColour<number>;
  readonly stoneBudget: number;
};

/** `code` is a message key under `reconcile.`. Figures by colour: for the desk's sealed sheet, never for a public page. */
export type Mismatch = {
  readonly code:
    'present-and-issued' | 'issued-and-returned' | 'stones-and-ballots' | 'bowl-above-ballots' | 'marks-above-ballots';
  readonly colour: Colour;
  readonly expected: number;
  readonly found: number;
};

const unequal = (code: Mismatch['code'], colour: Colour, expected: number, found: number): Mismatch[] =>
  expected === found ? [] : [{ code, colour, expected, found }];

export const mismatches = ({ present, issued, cast, spoiled, unused }: HandedOut): Mismatch[] =>
  colourCodes.flatMap((colour) => [
    ...unequal('present-and-issued', colour, present[colour], issued[colour]),
    ...unequal('issued-and-returned', colour, issued[colour], cast[colour] + spoiled[colour] + unused[colour])
  ]);

/** Unused stones go to the discard bag, so that nobody sees how many bowls a voter chose: they are counted back from there. */
export const stoneMismatches = ({ cast, bowls, discard, stoneBudget }: StoneCount): Mismatch[] =>
  colourCodes.flatMap((colour) => {
    const found = bowls.reduce((sum, bowl) => sum + bowl[colour], discard[colour]);
    return [
      ...unequal('stones-and-ballots', colour, stoneBudget * cast[colour], found),
      ...bowls
        .filter((bowl) => bowl[colour] > cast[colour])
        .map((bowl) => ({ code: 'bowl-above-ballots' as const, colour, expected: cast[colour], found: bowl[colour] }))
    ];
  });

/**
 * All checks of one sitting that was counted by hand. @param marks how many projects a voter could mark.
 * Hands are raised without tokens: only more hands than people can be told there.
 */
export function handMismatches(present: ByColour<number>, counted: Counted, marks: 'many' | 'one'): Mismatch[] {
  const { issued, unused, spoiled, cast, yes, discard } = counted;
  const tokens =
    issued && unused ? mismatches({ present, issued, cast, spoiled: spoiled ?? noneByColour, unused }) : [];
  if (discard)
    return [...tokens, ...stoneMismatches({ cast, bowls: yes, discard, stoneBudget: stonesEach(yes, marks) })];
  return [...tokens, ...marksAboveBallots(cast, marks === 'one' ? [yes.reduce(addByColour, noneByColour)] : yes)];
}

const stonesEach = (bowls: readonly unknown[], marks: 'many' | 'one'): number => (marks === 'one' ? 1 : bowls.length);

const marksAboveBallots = (cast: ByColour<number>, counts: readonly ByColour<number>[]): Mismatch[] =>
  counts.flatMap((count) =>
    colourCodes
      .filter((colour) => count[colour] > cast[colour])
      .map((colour) => ({
        code: 'marks-above-ballots' as const,
        colour,
        expected: cast[colour],
        found: count[colour]
      }))
  );

export const needsNote = (found: readonly Mismatch[], note: string): boolean => found.length > 0 && !note.trim();
