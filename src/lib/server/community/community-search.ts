// Owns finding communities: by their own name, by the names of the places above them, and by nearness.
import type Database from 'better-sqlite3';
import { fold, wordStarts } from '#lib/domain/community/fold.ts';
import type { CommunityId, PCode } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { communities } from '../db/schema/community.ts';
import { wholeMark } from './place-names.ts';
import type { Community } from './queries.ts';

/** Every community with each place that it lies in, from its localities up to the region. */
const above = `
  WITH RECURSIVE above(community, pcode) AS (
    SELECT community, pcode FROM community_localities
    UNION
    SELECT above.community, places.parent FROM above JOIN places ON places.pcode = above.pcode WHERE places.parent IS NOT NULL
  )`;

const idsOf = (client: Database.Database, sql: string, values: readonly string[]): ReadonlySet<CommunityId> =>
  new Set(
    client
      .prepare<string[], { community: CommunityId }>(above + sql)
      .all(...values)
      .map(({ community }) => community)
  );

/** Folded names sort by sound: Wabaria would stand under u. */
const alphabet = new Intl.Collator('fr');

/** Communities in this place; all for null. By name. */
export function communitiesWithin(db: Portal, within: PCode | null): readonly Community[] {
  const all = db
    .select()
    .from(communities)
    .all()
    .sort((one, other) => alphabet.compare(one.name, other.name));
  if (within === null) return all;
  const inside = idsOf(db.$client, 'SELECT community FROM above WHERE pcode = ?', [within]);
  return all.filter(({ id }) => inside.has(id));
}

/** How many communities lie in each place that has any. */
export function countCommunities(db: Portal): ReadonlyMap<PCode, number> {
  const sql = `${above} SELECT pcode, count(*) AS communities FROM above GROUP BY pcode`;
  const rows = db.$client.prepare<[], { pcode: PCode; communities: number }>(sql).all();
  return new Map(rows.map((row) => [row.pcode, row.communities]));
}

/**
 * All communities that what was typed leads to; every one for nothing typed. Those of that name come first, then those
 * whose name begins so, those with a word that does, and those in a place that is so called.
 */
export function searchCommunities(db: Portal, query: string, within: PCode | null = null): readonly Community[] {
  const inside = communitiesWithin(db, within);
  const wanted = fold(query.slice(0, 60));
  if (wanted === '') return query.trim() === '' ? inside : [];
  const last = '\u{10FFFF}';
  const [whole, wholeEnd] = [wholeMark + wanted, wholeMark + wanted + last];
  const byPlace = idsOf(
    db.$client,
    `SELECT DISTINCT above.community FROM place_names JOIN above ON above.pcode = place_names.pcode
     WHERE (folded >= ? AND folded < ?) OR (folded >= ? AND folded < ?)`,
    [whole, wholeEnd, wanted, wanted + last]
  );
  const ranked = inside.map((community) => ({ community, rank: rankOf(community, wanted, byPlace) }));
  return ranked
    .filter(({ rank }) => rank < 4)
    .sort((one, other) => one.rank - other.rank)
    .map(({ community }) => community);
}

function rankOf({ id, folded }: Community, wanted: string, byPlace: ReadonlySet<CommunityId>): 0 | 1 | 2 | 3 | 4 {
  if (folded === wanted) return 0;
  if (folded.startsWith(wanted)) return 1;
  if (wordStarts(folded).some((start) => start.startsWith(wanted))) return 2;
  return byPlace.has(id) ? 3 : 4;
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
  const all = new Map(communitiesWithin(db, null).map((community) => [community.id, community]));
  return order.flatMap(({ community }) => all.get(community) ?? []);
}
