// Owns the gate of one group: a third of its ballots. Groups too small to gate are left out.
import { gatingGroups, groupBallots, groupYes, type OptionTally, type Tally } from '#lib/domain/vote/tally.ts';
import type { Gate } from '#lib/domain/vote/rules/rule.ts';

export const gatesOf = (tally: Tally, option: OptionTally): Gate[] =>
  gatingGroups(tally).map((group) => {
    const yes = groupYes(option, group);
    const ballots = groupBallots(tally, group);
    return { group, yes, ballots, passes: 3 * yes >= ballots };
  });
