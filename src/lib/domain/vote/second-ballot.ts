// Owns which options come back when none is eligible: those least refused by the group that refuses them most.
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { compareRates, ratesOf } from '#lib/domain/vote/ties.ts';
import type { Figures } from '#lib/domain/vote/figures.ts';

/** Every option whose lowest rate is at least the second highest such rate, equal rates counted one by one. */
export function secondBallotSet(figures: Figures<string>): OptionId[] {
  const lowest = figures.options.map((id) => ({ id, rate: ratesOf(figures, id)[0] ?? { yes: 0, ballots: 1 } }));
  const descending = lowest.map(({ rate }) => rate).sort((a, b) => compareRates(b, a));
  // A ballot of one option has no second: it comes back alone.
  const bar = descending[1] ?? descending[0];
  return bar ? lowest.filter(({ rate }) => compareRates(rate, bar) >= 0).map(({ id }) => id) : [];
}
