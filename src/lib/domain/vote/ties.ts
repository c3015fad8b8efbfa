// Owns the first two rungs of the tie ladder, counted exactly. It never looks at order, letter or id.
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { rateIn, type Figures, type Rate } from '#lib/domain/vote/figures.ts';

/** Cross-multiplied: exact up to some ninety million ballots. */
export const compareRates = (a: Rate, b: Rate): number => a.yes * b.ballots - b.yes * a.ballots;

/** The option's rate in each group that counts, lowest first. */
export const ratesOf = ({ groups }: Figures<string>, option: OptionId): Rate[] =>
  groups.map((group) => rateIn(group, option)).sort(compareRates);

export type TieBreak =
  { readonly winner: OptionId; readonly rung: 'lowest-rate' | 'leximin' } | { readonly stillTied: readonly OptionId[] };

/** Rung (a) compares the lowest rates; rung (b) the second lowest and so on, among those that are still level. */
export function breakTie(figures: Figures<string>, tied: readonly OptionId[]): TieBreak {
  let level = figures.options.filter((id) => tied.includes(id)).map((id) => ({ id, rates: ratesOf(figures, id) }));
  for (let depth = 0; depth < figures.groups.length; depth += 1) {
    const rateAt = (rates: readonly Rate[]): Rate => rates[depth] ?? { yes: 0, ballots: 1 };
    level = level.filter(({ rates }) => level.every((other) => compareRates(rateAt(rates), rateAt(other.rates)) >= 0));
    const [first, ...others] = level;
    if (first && others.length === 0) return { winner: first.id, rung: depth === 0 ? 'lowest-rate' : 'leximin' };
  }
  return { stillTied: level.map(({ id }) => id) };
}
