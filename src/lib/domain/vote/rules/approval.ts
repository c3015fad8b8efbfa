// Owns the rule "most yes": several marks, no gates, for a community that does not want groups to decide.
import { ruleOf } from '#lib/domain/vote/rules/decide.ts';

export const approval = ruleOf(
  {
    id: 'approval',
    marks: 'many',
    tellsAcceptance: true,
    reasons: { winner: 'winner-approval', noneEligible: 'none-marked' }
  },
  { isEligible: ({ yes }) => yes > 0 }
);
