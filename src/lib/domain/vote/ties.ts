// Owns the first two rungs of the tie ladder, counted exactly. It never looks at order, letter or id.
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { gatingGroups, groupBallots, groupYes, type OptionTally, type Tally } from '#lib/domain/vote/tally.ts';

type Rate = { readonly yes: number; readonly ballots: number };

/** Cross-multiplied: exact up to some ninety million ballots. */
export const compareRates = (a: Rate, b: Rate): number => a.yes * b.ballots - b.yes * a.ballots;

/** The option's rate in each group that counts, lowest first. */
export const ratesOf = (tally: Tally, option: OptionTally): Rate[] =>
  gatingGroups(tally)
    .map((group) => ({ yes: groupYes(option, group), ballots: groupBallots(tally, group) }))
    .sort(compareRates);

export type TieBreak =
  { readonly winner: OptionId; readonly rung: 'lowest-rate' | 'leximin' } | { readonly stillTied: readonly OptionId[] };

/** Rung (a) compares the lowest rates; rung (b) the second lowest and so on, among those that are still level. */
export function breakTie(tally: Tally, tied: readonly OptionId[]): TieBreak {
  let level = tally.options
    .filter((option) => tied.includes(option.id))
    .map((option) => ({ id: option.id, rates: ratesOf(tally, option) }));
  for (let depth = 0; depth < gatingGroups(tally).length; depth += 1) {
    const rateAt = (rates: readonly Rate[]): Rate => rates[depth] ?? { yes: 0, ballots: 1 };
    level = level.filter(({ rates }) => level.every((other) => compareRates(rateAt(rates), rateAt(other.rates)) >= 0));
    const [first, ...others] = level;
    if (first && others.length === 0) return { winner: first.id, rung: depth === 0 ? 'lowest-rate' : 'leximin' };
  }
  return { stillTied: level.map(({ id }) => id) };
}
