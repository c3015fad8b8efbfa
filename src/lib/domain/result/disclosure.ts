// Owns whether the turnout of two groups may stand beside the other published figures without giving away how a group voted.
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { colourCodes, colours, sumOver, type Colour, type GateGroup } from '#lib/domain/vote/colours.ts';
import type { CountingRule, Outcome } from '#lib/domain/vote/rules/rule.ts';
import { groupBallots, groupYes, noneByColour, type OptionTally, type Tally } from '#lib/domain/vote/tally.ts';
import { couldBeCast } from '#lib/domain/result/could-be-cast.ts';
import { leastPeopleToTell } from '#lib/domain/result/small-cells.ts';

/** The two ways of cutting the voters in two. */
export const splits = { status: ['hosts', 'returned'], sex: ['women', 'men'] } as const;
export type Split = keyof typeof splits;

export const isAcceptedByEvery = (outcome: Outcome, id: OptionId): boolean =>
  outcome.options.some((option) => option.id === id && option.gates.every((gate) => gate.passes));

/** What a stranger learns of a count apart from its totals, as one comparable text. */
function learnt(rule: CountingRule, tally: Tally): string {
  const outcome = rule.decide(tally);
  const { options, ...verdict } = outcome;
  return JSON.stringify([verdict, rule.tellsAcceptance && options.map(({ id }) => isAcceptedByEvery(outcome, id))]);
}

const shift = (option: OptionTally, people: number, from: Colour, to: Colour): OptionTally => ({
  ...option,
  yes: { ...option.yes, [from]: option.yes[from] - people, [to]: option.yes[to] + people }
});

/**
 * The same poll, had some yes to `id` come from another group; also with another option's yes going the opposite way. Only the sums
 * by group mean anything here: a colour may fall below none.
 */
function neighbours(tally: Tally, id: OptionId, people: number, from: Colour, to: Colour): Tally[] {
  const moved = tally.options.map((option) => (option.id === id ? shift(option, people, from, to) : option));
  const swapped = tally.options
    .filter((other) => other.id !== id)
    .map((other) => moved.map((option) => (option.id === other.id ? shift(option, people, to, from) : option)));
  return [moved, ...swapped].map((options) => ({ ...tally, options }));
}

/**
 * A total, "accepted by every group" and the sizes of two groups can together leave one single way the groups can have
 * voted: 8 yes of 18 hosts and 6 returned, accepted by every group, are 6 and 2, the least that each must give. The proof
 * that a split tells nothing of this kind is a second poll with the same published figures and another yes of that group.
 * Where none is found near the real one, the two sizes stay hidden. Whether it is found hangs on sums by group alone: else the mere
 * presence of a size would tell of a colour, such as that no returned woman voted for a project that won by a hair.
 *
 * @param real what the public learns apart from the totals
 */
function isAmbiguous(tally: Tally, rule: CountingRule, split: Split, option: OptionTally, real: string): boolean {
  return colourCodes.some((from) =>
    colourCodes
      .filter((to) => colours[from][split] !== colours[to][split])
      .some((to) =>
        Array.from({ length: mostToMove(option, from, to) }, (_, before) => before + 1).some((people) =>
          neighbours(tally, option.id, people, from, to).some(
            (other) => couldBeCast(other, rule.marks) && learnt(rule, other) === real
          )
        )
      )
  );
}

/** How many yes can go from the groups of one colour to those of the other before one of them has none left. */
function mostToMove(option: OptionTally, from: Colour, to: Colour): number {
  const has = (group: GateGroup, colour: Colour) => sumOver(group, { ...noneByColour, [colour]: 1 }) > 0;
  const losing = Object.values(splits)
    .flat()
    .filter((group) => has(group, from) && !has(group, to));
  return Math.min(...losing.map((group) => groupYes(option, group)));
}

/** A unanimous yes or no hides nobody in any form of publication; the handbook says so. */
const isUnanimous = (tally: Tally, option: OptionTally): boolean =>
  [0, groupBallots(tally, 'everybody')].includes(groupYes(option, 'everybody'));

export function mayTell(tally: Tally, rule: CountingRule, split: Split): boolean {
  const sizes = splits[split].map((group) => groupBallots(tally, group));
  // Ballots without colour are what the two sizes leave over: one to four of them would be a small group told by subtraction.
  const enough = sizes.every((size) => size >= leastPeopleToTell);
  const restHidden = tally.uncoloured === 0 || tally.uncoloured >= leastPeopleToTell;
  if (!enough || !restHidden) return false;
  const real = learnt(rule, tally);
  return tally.options.every((option) => isUnanimous(tally, option) || isAmbiguous(tally, rule, split, option, real));
}
