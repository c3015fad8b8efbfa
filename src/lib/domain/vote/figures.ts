// Owns what a rule looks at: who said yes to what, in each group that counts. It knows no colours, so that any electorate can be
// counted by the same rules.
import type { OptionId } from '#lib/domain/shared/ids.ts';

export type GroupFigures<Group extends string> = {
  readonly group: Group;
  readonly ballots: number;
  readonly yes: ReadonlyMap<OptionId, number>;
};

/** Options stand in the ballot's order. `groups` are those that gate and enter a rate; everybody is one of them, and the first. */
export type Figures<Group extends string> = {
  readonly options: readonly OptionId[];
  readonly groups: readonly [everybody: GroupFigures<Group>, ...others: GroupFigures<Group>[]];
};

export type Rate = { readonly yes: number; readonly ballots: number };

/** What one group said of an option. */
export const rateIn = (group: GroupFigures<string>, option: OptionId): Rate => ({
  yes: group.yes.get(option) ?? 0,
  ballots: group.ballots
});
