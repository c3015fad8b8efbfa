// Owns whether people, tokens and ballots add up, colour by colour. A difference blocks publication until a note explains it.
import { colourCodes, type ByColour, type Colour } from '#lib/domain/vote/colours.ts';

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
  readonly code: 'present-and-issued' | 'issued-and-returned' | 'stones-and-ballots' | 'bowl-above-ballots';
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

export const needsNote = (found: readonly Mismatch[], note: string): boolean => found.length > 0 && !note.trim();
