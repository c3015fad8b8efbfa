// Owns the rule "one mark": no gates. It also counts a second ballot among tied options, which all passed theirs.
import { ruleOf } from '#lib/domain/vote/rules/decide.ts';

export const plurality = ruleOf(
  {
    id: 'plurality',
    marks: 'one',
    tellsAcceptance: false,
    reasons: { winner: 'winner-plurality', noneEligible: 'none-marked' }
  },
  { isEligible: ({ yes }) => yes > 0 }
);
