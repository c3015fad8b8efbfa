// Owns by which rule a poll counts, on which rung its ties end, and what shape its ballots have. It refuses a rule that this program does not have.
import type { BallotShape } from '#lib/domain/vote/ballot-string.ts';
import { ruleOfPoll } from '#lib/domain/vote/polls.ts';
import { isRuleId } from '#lib/domain/vote/rules/index.ts';
import type { CountingRule, LastRung } from '#lib/domain/vote/rules/rule.ts';
import { readTerms } from '#lib/domain/vote/terms.ts';
import type { Poll } from './queries.ts';

type Ruled = Pick<Poll, 'kind' | 'rule' | 'options'>;

/** @throws where a poll names a rule that is not there: counting by another would be worse than stopping. */
export function ruleOf({ kind, rule }: Pick<Ruled, 'kind' | 'rule'>): CountingRule {
  if (!isRuleId(rule)) throw new Error(`There is no counting rule "${rule}"`);
  return ruleOfPoll(kind, rule);
}

/** As it was agreed before the first vote. */
export const lastRungOf = ({ terms }: Pick<Poll, 'terms'>): LastRung => readTerms(terms).ties[3];

export const shapeOf = (poll: Ruled): BallotShape => ({ options: poll.options.length, marks: ruleOf(poll).marks });
