// Owns the rule "one mark": no gates. It also counts a second ballot among tied options, which all passed theirs.
import { decideByMostYes } from '#lib/domain/vote/rules/decide.ts';
import type { CountingRule } from '#lib/domain/vote/rules/rule.ts';

export const plurality = {
  id: 'plurality',
  marks: 'one',
  tellsAcceptance: false,
  reasons: { winner: 'winner-plurality', noneEligible: 'none-marked' },
  decide: (tally) => decideByMostYes(tally, { isEligible: ({ yes }) => yes > 0 })
} as const satisfies CountingRule;
