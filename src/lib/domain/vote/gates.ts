// Owns the gate of one group: a third of its ballots. Groups too small to gate are left out.
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { rateIn, type Figures } from '#lib/domain/vote/figures.ts';
import type { Gate } from '#lib/domain/vote/rules/rule.ts';

export const gatesOf = <Group extends string>({ groups }: Figures<Group>, option: OptionId): Gate<Group>[] =>
  groups.map((group) => {
    const { yes, ballots } = rateIn(group, option);
    return { group: group.group, yes, ballots, passes: 3 * yes >= ballots };
  });
