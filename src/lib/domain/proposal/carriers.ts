// Owns by whom proposals are carried: their own group and those of the duplicates that joined them, each named once.
import { proposerGroups, type ProposerGroup } from '#lib/domain/proposal/proposer-groups.ts';

/** Its own group first, then those of the joined ones. */
export const carriersOf = (own: ProposerGroup, joined: readonly ProposerGroup[]): ProposerGroup[] => [
  ...new Set([own, ...joined])
];

export type ProposalCounts = { readonly total: number; readonly women: number; readonly returned: number };

/** Every proposal that was brought counts, also one that joined another. Returned women count in both. */
export const countByCarrier = (groups: readonly ProposerGroup[]): ProposalCounts => ({
  total: groups.length,
  women: groups.filter((group) => proposerGroups[group].women).length,
  returned: groups.filter((group) => proposerGroups[group].returned).length
});
