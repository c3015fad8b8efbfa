// Owns finding communities: by their own name, by the names of the places above them, and by nearness.
import { and, gt, inArray, or, sql, type SQL } from 'drizzle-orm';
import { fold, wordStarts } from '#lib/domain/community/fold.ts';
import type { CommunityId, PCode } from '#lib/domain/shared/ids.ts';
import { isAmong } from '../db/is-among.ts';
import type { Portal } from '../db/portal.ts';
import { areaTallies, communities } from '../db/schema/community.ts';
import { wholeMark } from './place-names.ts';
import type { Community } from './queries.ts';

/** Folded names sort by sound: Wabaria would stand under u. */
let collator: Intl.Collator | undefined;
/** Made when a list is asked for: the rules of all letters are read with it. */
const alphabet = (): Intl.Collator => (collator ??= new Intl.Collator('fr'));

const byName = (found: readonly Community[]): readonly Community[] =>
  found.toSorted((one, other) => alphabet().compare(one.name, other.name));

const inside = (within: PCode | null): SQL | undefined =>
  within === null
    ? undefined
    : sql`${communities.id} IN (SELECT community FROM community_areas WHERE area = ${within})`;

/** Communities in this place; all for null. By name. */
export const communitiesWithin = (db: Portal, within: PCode | null): readonly Community[] =>
  byName(db.select().from(communities).where(inside(within)).all());

/** How many communities lie in each region, cercle and commune that has any. */
export function countCommunities(db: Portal): ReadonlyMap<PCode, number> {
  const rows = db.select().from(areaTallies).where(gt(areaTallies.communities, 0)).all();
  return new Map(rows.map(({ area, communities }) => [area, communities]));
}

/**
 * All communities that what was typed leads to; every one for nothing typed. Those of that name come first, then those
 * whose name begins so, those with a word that does, and those in a place that is so called.
 */
export function searchCommunities(db: Portal, query: string, within: PCode | null = null): readonly Community[] {
  const wanted = fold(query.slice(0, 60));
  if (wanted === '') return query.trim() === '' ? communitiesWithin(db, within) : [];
  const last = '\u{10FFFF}';
  const [whole, wholeEnd] = [wholeMark + wanted, wholeMark + wanted + last];
  const inPlaces = db.$client.prepare<string[], { community: CommunityId }>(
    `SELECT DISTINCT community FROM place_names JOIN community_areas ON area = pcode
     WHERE (folded >= ? AND folded < ?) OR (folded >= ? AND folded < ?)`
  );
  const byPlace = new Set(inPlaces.all(whole, wholeEnd, wanted, wanted + last).map(({ community }) => community));
  // Only what can rank is read: names that hold it somewhere, and what lies in a place so called.
  const maybe = or(sql`instr(${communities.folded}, ${wanted}) > 0`, isAmong(communities.id, [...byPlace]));
  const candidates = byName(
    db
      .select()
      .from(communities)
      .where(and(inside(within), maybe))
      .all()
  );
  return candidates
    .map((community) => ({ community, rank: rankOf(community, wanted, byPlace) }))
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
  const ids = order.map(({ community }) => community);
  const found = db.select().from(communities).where(inArray(communities.id, ids)).all();
  const all = new Map(found.map((community) => [community.id, community]));
  return order.flatMap(({ community }) => all.get(community) ?? []);
}
