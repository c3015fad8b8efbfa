// Owns the rule "most yes": several marks, no gates, for a community that does not want groups to decide.
import { decideByMostYes } from '#lib/domain/vote/rules/decide.ts';
import type { CountingRule } from '#lib/domain/vote/rules/rule.ts';

export const approval = {
  id: 'approval',
  marks: 'many',
  tellsAcceptance: true,
  reasons: { winner: 'winner-approval', noneEligible: 'none-marked' },
  decide: (tally) => decideByMostYes(tally, { isEligible: ({ yes }) => yes > 0 })
} as const satisfies CountingRule;
