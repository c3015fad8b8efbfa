// Owns what may follow a count: there is never a third ballot, and nothing is ever picked for the people.
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { countingRules, type RuleId } from '#lib/domain/vote/rules/index.ts';
import { plurality } from '#lib/domain/vote/rules/plurality.ts';
import { ratification } from '#lib/domain/vote/rules/ratification.ts';
import type { CountingRule, LastRung, Outcome, Verdict } from '#lib/domain/vote/rules/rule.ts';

export const pollKinds = ['first', 'second-none-eligible', 'second-tie', 'ratification'] as const;
export type PollKind = (typeof pollKinds)[number];

export type Follows =
  | { readonly step: 'decided'; readonly winner: OptionId }
  | { readonly step: 'ratification'; readonly winner: OptionId }
  | {
      readonly step: 'second-ballot';
      readonly poll: 'second-none-eligible' | 'second-tie';
      readonly options: readonly OptionId[];
    }
  | { readonly step: LastRung; readonly options: readonly OptionId[] }
  | { readonly step: 'no-decision' };

/** Tied options all passed their gates, so one mark each decides; otherwise the consultation's own rule counts again. */
export function ruleOfPoll(poll: PollKind, chosen: RuleId): CountingRule {
  switch (poll) {
    case 'first':
    case 'second-none-eligible':
      return countingRules[chosen];
    case 'second-tie':
      return plurality;
    case 'ratification':
      return ratification;
  }
}

/** @param lastRung on which the frozen ladder ends. */
export function whatFollows(poll: PollKind, outcome: Verdict, lastRung: LastRung): Follows {
  switch (outcome.kind) {
    case 'winner':
      return { step: isToRatify(poll, outcome) ? 'ratification' : 'decided', winner: outcome.winner };
    case 'tie':
      return poll === 'first'
        ? { step: 'second-ballot', poll: 'second-tie', options: outcome.secondBallot }
        : { step: lastRung, options: outcome.tied };
    case 'none-eligible':
      return poll === 'first'
        ? { step: 'second-ballot', poll: 'second-none-eligible', options: outcome.secondBallot }
        : { step: 'no-decision' };
    case 'no-ballots':
      return { step: 'no-decision' };
  }
}

/** None after a second ballot or the last rung: people have then spoken twice. */
export const isToRatify = (poll: PollKind, outcome: Verdict): boolean =>
  poll === 'first' && outcome.kind === 'winner' && outcome.ratification;

/** The outcome after the public lot or the casting vote, before two witnesses. */
export function settleTie(outcome: Outcome, chosen: OptionId, rung: LastRung): Result<Outcome, 'lot-not-among-tied'> {
  if (outcome.kind !== 'tie' || !outcome.tied.includes(chosen)) return refuse('lot-not-among-tied');
  const { ballots, options } = outcome;
  return ok({ kind: 'winner', winner: chosen, rung, ratification: false, ballots, options });
}
