// Owns finding communities: by their own name, by the names of the places above them, and by nearness. However many fit, it reads no
// more than are shown: who finds too many writes more of the name.
import { and, eq, getTableColumns, gte, inArray, lt } from 'drizzle-orm';
import { fold } from '#lib/domain/community/fold.ts';
import type { CommunityId, PCode } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { communities, communityNames } from '../db/schema/community.ts';
import { inPlace, inScope, listCommunities, type Scope } from './community-list.ts';
import { wholeMark } from './place-names.ts';
import type { Community } from './queries.ts';

export type Found = { readonly communities: readonly Community[]; readonly more: boolean };

const last = '\u{10FFFF}';

/** Places so called whose communities are looked at: those whose whole name begins so come first. */
const mostPlaces = 40;

/**
 * Communities that what was typed leads to; none for signs alone. Those of that name come first, then those whose name begins
 * so, those with a word that does, and those in a place that is so called; among each, by name.
 */
export function searchCommunities(db: Portal, query: string, scope: Scope, most: number): Found {
  const wanted = fold(query.slice(0, 60));
  if (wanted === '') return { communities: [], more: false };
  const found = new Map<CommunityId, Community>();
  const steps = [
    (left: number) => named(db, scope, wholeMark + wanted, `${wholeMark}${wanted}\u{1}`, left),
    (left: number) => named(db, scope, wholeMark + wanted, wholeMark + wanted + last, left),
    (left: number) => named(db, scope, wanted, wanted + last, left),
    (left: number) => inPlacesCalled(db, scope, wanted, left)
  ];
  for (const step of steps) {
    if (found.size > most) break;
    // Those of the steps before may be among them.
    for (const community of inOrder(step(most + 1 + found.size)))
      if (!found.has(community.id)) found.set(community.id, community);
  }
  const all = [...found.values()];
  return { communities: all.slice(0, most), more: all.length > most };
}

/** @param from the first key that fits. @param to the first that does not any more. */
const named = (db: Portal, scope: Scope, from: string, to: string, most: number): readonly Community[] =>
  db
    .select(getTableColumns(communities))
    .from(communityNames)
    .innerJoin(communities, eq(communities.id, communityNames.community))
    .where(and(gte(communityNames.folded, from), lt(communityNames.folded, to), inScope(scope)))
    .orderBy(communityNames.folded, communityNames.community)
    .limit(most)
    .all();

function inPlacesCalled(db: Portal, scope: Scope, wanted: string, most: number): readonly Community[] {
  const places = db.$client
    .prepare<[string, string, string, string, number], { pcode: PCode }>(
      `SELECT DISTINCT pcode FROM place_names WHERE (folded >= ? AND folded < ?) OR (folded >= ? AND folded < ?)
       ORDER BY folded LIMIT ?`
    )
    .all(wholeMark + wanted, wholeMark + wanted + last, wanted, wanted + last, mostPlaces);
  const all = places.flatMap(({ pcode }) =>
    scope === null
      ? listCommunities(db, inPlace(pcode), { most }).communities
      : db
          .select()
          .from(communities)
          .where(and(inScope(inPlace(pcode)), inScope(scope)))
          .orderBy(communities.ordered, communities.id)
          .limit(most)
          .all()
  );
  return inOrder(all).slice(0, most);
}

/** Each once. */
function inOrder(found: readonly Community[]): readonly Community[] {
  const key = ({ ordered, id }: Community) => `${ordered}\0${id}`;
  const each = new Map(found.map((community) => [key(community), community]));
  return [...each].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, community]) => community);
}

/** The communities nearest to a place, the nearest first; none when the place has no position. */
export function communitiesNear(db: Portal, pcode: PCode, most: number): readonly Community[] {
  // At Mali's latitudes a degree of longitude is about 0.96 of one of latitude; what counts is only the order.
  const nearest = db.$client.prepare<[string], { community: CommunityId }>(`
    SELECT community, min(
      (there.latitude - here.latitude) * (there.latitude - here.latitude)
      + 0.92 * (there.longitude - here.longitude) * (there.longitude - here.longitude)) AS distance
    FROM community_localities JOIN places AS there ON there.pcode = community_localities.pcode, places AS here
    WHERE here.pcode = ? AND here.latitude IS NOT NULL AND there.latitude IS NOT NULL
    GROUP BY community ORDER BY distance`);
  const order = nearest.all(pcode).slice(0, most);
  const ids = order.map(({ community }) => community);
  const found = db.select().from(communities).where(inArray(communities.id, ids)).all();
  const all = new Map(found.map((community) => [community.id, community]));
  return order.flatMap(({ community }) => all.get(community) ?? []);
}
