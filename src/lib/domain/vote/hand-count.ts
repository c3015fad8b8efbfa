// Owns what two people count by hand, each for themselves: which figures a channel asks for, and what they add up to.
import type { OptionId } from '#lib/domain/shared/ids.ts';
import type { HandChannel } from '#lib/domain/vote/channels.ts';
import { colourCodes, type ByColour, type Colour } from '#lib/domain/vote/colours.ts';
import type { PollKind } from '#lib/domain/vote/polls.ts';
import { addByColour, noneByColour, type Tally } from '#lib/domain/vote/tally.ts';

/** `yes` is the bowl of an option, its marks on paper, or the hands raised for it. `cast` leaves spoiled papers out. */
export const countFigures = ['issued', 'unused', 'spoiled', 'cast', 'yes', 'no', 'discard'] as const;
export type CountFigure = (typeof countFigures)[number];

/** One line of the form, with a number for each colour. `option` is its place on the ballot, for `yes` alone. */
export type CountLine = { readonly figure: CountFigure; readonly option: number | null };

/** By field name. Two counts are equal when all their figures are. */
export type HandCount = Readonly<Record<string, number>>;

const once = (figure: CountFigure): CountLine => ({ figure, option: null });

/** In the order in which they are counted. Whoever raises a hand holds no token; a ratification by hands asks for both. */
export function countLines(channel: HandChannel, poll: PollKind, options: number): readonly CountLine[] {
  const yes = Array.from({ length: options }, (_, option): CountLine => ({ figure: 'yes', option }));
  switch (channel) {
    case 'stones':
      return [once('issued'), once('unused'), ...yes, once('discard')];
    case 'paper':
      return [once('issued'), once('unused'), once('spoiled'), once('cast'), ...yes];
    case 'hands':
      return poll === 'ratification' ? [...yes, once('no')] : [once('cast'), ...yes];
  }
}

export const fieldName = ({ figure, option }: CountLine, colour: Colour): string =>
  option === null ? `${figure}-${colour}` : `${figure}-${option}-${colour}`;

export const fieldNames = (lines: readonly CountLine[]): readonly string[] =>
  lines.flatMap((line) => colourCodes.map((colour) => fieldName(line, colour)));

export type Difference = {
  readonly line: CountLine;
  readonly colour: Colour;
  readonly one: number;
  readonly other: number;
};

/** Where two counts do not say the same, in the order of the form. */
export const countDifferences = (
  lines: readonly CountLine[],
  one: HandCount,
  other: HandCount
): readonly Difference[] =>
  lines.flatMap((line) =>
    colourCodes.flatMap((colour) => {
      const name = fieldName(line, colour);
      const [first = 0, second = 0] = [one[name], other[name]];
      return first === second ? [] : [{ line, colour, one: first, other: second }];
    })
  );

/** `null` where the channel has no such figure. */
export type Counted = {
  readonly issued: ByColour<number> | null;
  readonly unused: ByColour<number> | null;
  readonly spoiled: ByColour<number> | null;
  readonly cast: ByColour<number>;
  readonly yes: readonly ByColour<number>[];
  readonly discard: ByColour<number> | null;
};

/** With stones, whoever kept their token did not vote: the ballots are what was handed out without what came back. */
export function readCount(channel: HandChannel, poll: PollKind, options: number, count: HandCount): Counted {
  const lines = countLines(channel, poll, options);
  const numbers = (figure: CountFigure, option: number | null = null): ByColour<number> | null => {
    const line = lines.find((one) => one.figure === figure && one.option === option);
    if (!line) return null;
    const of = (colour: Colour) => count[fieldName(line, colour)] ?? 0;
    return { HW: of('HW'), HM: of('HM'), RW: of('RW'), RM: of('RM') };
  };
  const yes = Array.from({ length: options }, (_, option) => numbers('yes', option) ?? noneByColour);
  const [issued, unused, no] = [numbers('issued'), numbers('unused'), numbers('no')];
  const [first = noneByColour] = yes;
  const cast =
    numbers('cast') ?? (no ? addByColour(first, no) : subtract(issued ?? noneByColour, unused ?? noneByColour));
  return { issued, unused, spoiled: numbers('spoiled'), cast, yes, discard: numbers('discard') };
}

const subtract = (a: ByColour<number>, b: ByColour<number>): ByColour<number> => ({
  HW: a.HW - b.HW,
  HM: a.HM - b.HM,
  RW: a.RW - b.RW,
  RM: a.RM - b.RM
});

/** The first colour of which more tokens came back than were handed out: no such count can be. */
export const tokensTooMany = ({ cast }: Counted): Colour | undefined => colourCodes.find((colour) => cast[colour] < 0);

export const tallyOf = (options: readonly OptionId[], { cast, yes }: Counted): Tally => ({
  ballots: cast,
  uncoloured: 0,
  options: options.map((id, place) => ({ id, yes: yes[place] ?? noneByColour, yesUncoloured: 0 }))
});
