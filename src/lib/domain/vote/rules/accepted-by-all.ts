// Owns the default rule, "Le projet que tous acceptent": no project that a whole group refuses can win.
import { ruleOf } from '#lib/domain/vote/rules/decide.ts';

export const acceptedByAll = ruleOf(
  {
    id: 'accepted-by-all',
    marks: 'many',
    tellsAcceptance: true,
    reasons: { winner: 'winner-accepted-by-all', noneEligible: 'none-eligible' }
  },
  {
    isEligible: ({ yes, gates }) => yes > 0 && gates.every((gate) => gate.passes),
    // A third of each group is enough to win, so a winner that most did not accept is asked for once more.
    needsRatification: (yes, ballots) => 2 * yes < ballots
  }
);
