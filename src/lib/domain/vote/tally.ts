// Owns the counts of a poll, by colour and option. It refuses a ballot for an option that is not on the ballot.
import {
  colourCodes,
  gateGroupCodes,
  sumOver,
  type ByColour,
  type Colour,
  type GateGroup
} from '#lib/domain/vote/colours.ts';
import type { Figures, GroupFigures } from '#lib/domain/vote/figures.ts';
import type { OptionId } from '#lib/domain/shared/ids.ts';

export type CountedBallot = { readonly colour: Colour | null; readonly yes: readonly OptionId[] };

export type OptionTally = { readonly id: OptionId; readonly yes: ByColour<number>; readonly yesUncoloured: number };

/** `uncoloured` ballots carry no group: they count in everybody only. Options stand in the frozen ballot's order. */
export type Tally = {
  readonly ballots: ByColour<number>;
  readonly uncoloured: number;
  readonly options: readonly OptionTally[];
};

/** A group with fewer ballots than this neither gates nor enters a rate: so few people could be found out. */
export const leastBallotsToGate = 5;

export const noneByColour: ByColour<number> = { HW: 0, HM: 0, RW: 0, RM: 0 };

export const addByColour = (a: ByColour<number>, b: ByColour<number>): ByColour<number> => ({
  HW: a.HW + b.HW,
  HM: a.HM + b.HM,
  RW: a.RW + b.RW,
  RM: a.RM + b.RM
});

const sameOptions = (a: readonly OptionId[], b: readonly OptionId[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/** Throws where two options share an id or a ballot names another option: such a box must not be counted further. */
export function tallyBallots(optionIds: readonly OptionId[], ballots: Iterable<CountedBallot>): Tally {
  const all = { ...noneByColour, none: 0 };
  const yes = new Map(optionIds.map((id) => [id, { ...noneByColour, none: 0 }]));
  if (yes.size !== optionIds.length) throw new Error('Two options of the ballot share an id');
  for (const ballot of ballots) {
    const colour = ballot.colour ?? 'none';
    all[colour] += 1;
    // A set: an option named twice in one ballot is still one yes.
    for (const id of new Set(ballot.yes)) {
      const counts = yes.get(id);
      if (!counts) throw new Error('A ballot names an option that is not on the ballot');
      counts[colour] += 1;
    }
  }
  const { none: uncoloured, ...coloured } = all;
  const options = [...yes].map(([id, { none, ...counts }]) => ({ id, yes: counts, yesUncoloured: none }));
  return { ballots: coloured, uncoloured, options };
}

/** The sum of two sittings. Throws where they are not of the same ballot. */
export function addTallies(a: Tally, b: Tally): Tally {
  const other = new Map(b.options.map((option) => [option.id, option]));
  if (
    !sameOptions(
      a.options.map(({ id }) => id),
      [...other.keys()]
    )
  )
    throw new Error('Sittings of different ballots');
  const options = a.options.map((option) => {
    const more = other.get(option.id) ?? option;
    return {
      id: option.id,
      yes: addByColour(option.yes, more.yes),
      yesUncoloured: option.yesUncoloured + more.yesUncoloured
    };
  });
  return { ballots: addByColour(a.ballots, b.ballots), uncoloured: a.uncoloured + b.uncoloured, options };
}

export const groupBallots = (tally: Tally, group: GateGroup): number =>
  sumOver(group, tally.ballots) + (group === 'everybody' ? tally.uncoloured : 0);

export const groupYes = (option: OptionTally, group: GateGroup): number =>
  sumOver(group, option.yes) + (group === 'everybody' ? option.yesUncoloured : 0);

/** Everybody whatever the number; each of the four others from five ballots. */
export const gatingGroups = (tally: Tally): GateGroup[] =>
  gateGroupCodes.filter((group) => group === 'everybody' || groupBallots(tally, group) >= leastBallotsToGate);

/** What the rules look at. */
export function figuresOf(tally: Tally): Figures<GateGroup> {
  const figures = (group: GateGroup): GroupFigures<GateGroup> => ({
    group,
    ballots: groupBallots(tally, group),
    yes: new Map(tally.options.map((option) => [option.id, groupYes(option, group)]))
  });
  const others = gatingGroups(tally).filter((group) => group !== 'everybody');
  return { options: tally.options.map(({ id }) => id), groups: [figures('everybody'), ...others.map(figures)] };
}

/** The groups that the minutes name as too small to gate. */
export const silentGroups = (tally: Tally): GateGroup[] =>
  gateGroupCodes.filter((group) => !gatingGroups(tally).includes(group));

const isCount = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;

/** Says whether counts typed by hand or sent by a device can come from real ballots at all. */
export function isPossible(tally: Tally, marks: 'many' | 'one'): boolean {
  const columns = [
    ...colourCodes.map((colour) => [tally.ballots[colour], ...tally.options.map((option) => option.yes[colour])]),
    [tally.uncoloured, ...tally.options.map((option) => option.yesUncoloured)]
  ];
  return columns.every(([ballots = 0, ...yes]) => {
    const used = marks === 'one' ? yes.reduce((sum, count) => sum + count, 0) : Math.max(0, ...yes);
    return isCount(ballots) && yes.every(isCount) && used <= ballots;
  });
}
