// Owns the yes or no to one project: it passes with more yes than no. It is no rule that a community can choose for a vote.
import { ruleOf } from '#lib/domain/vote/rules/decide.ts';

/** Every ballot is a yes or a no: people who raise no hand cast none. */
export const ratification = ruleOf(
  {
    id: 'ratification',
    marks: 'one',
    tellsAcceptance: false,
    reasons: { winner: 'ratified', noneEligible: 'not-ratified' }
  },
  { isEligible: ({ yes }, ballots) => yes > ballots - yes }
);
