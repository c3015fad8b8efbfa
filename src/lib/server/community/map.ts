// Owns what the map of communities shows: how many lie in each region, how many of them vote now, and where in a region they lie.
// It refuses to place a discreet community, and several villages that share one project: the list names those.
import { onMap, type MapPoint } from '#lib/domain/community/places-on-map.ts';
import type { CommunityId, PCode } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { countCommunities, inPlace, listCommunities } from './community-list.ts';
import { positionOf } from './position.ts';
import { childrenOf, placePath } from './place-tree.ts';
import { localitiesOf } from './queries.ts';

export type MapRegion = {
  readonly pcode: PCode;
  readonly name: string;
  readonly communities: number;
  readonly votes: number;
};

/** @param voting the communities of which everybody may know that they vote. By name; only regions with communities. */
export function regionsOnMap(db: Portal, voting: readonly CommunityId[]): readonly MapRegion[] {
  const counts = countCommunities(db, null);
  const votes = new Map<PCode, number>();
  for (const community of voting) {
    const [first] = localitiesOf(db, community);
    const region = first && placePath(db, first)[0];
    if (region) votes.set(region.pcode, (votes.get(region.pcode) ?? 0) + 1);
  }
  return childrenOf(db, null).flatMap(({ pcode, name }) => {
    const communities = counts.get(pcode);
    return communities ? [{ pcode, name, communities, votes: votes.get(pcode) ?? 0 }] : [];
  });
}

export type MapCommunity = MapPoint & { readonly slug: string; readonly name: string; readonly votes: boolean };

/** More points than these are a smear on a phone. */
const mostPoints = 40;

/** By name, only those with a known point. */
export const communitiesOnMap = (db: Portal, region: PCode, voting: readonly CommunityId[]): readonly MapCommunity[] =>
  listCommunities(db, inPlace(region), { most: mostPoints }).communities.flatMap(({ id, slug, name }) => {
    const { point } = positionOf(db, id);
    return point ? [{ slug, name, votes: voting.includes(id), ...onMap(point) }] : [];
  });
