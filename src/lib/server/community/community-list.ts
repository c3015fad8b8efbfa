// Owns the lists of communities in the order of their names, part by part: each goes on from the last one shown, so that a part costs
// the same however long the list is. It refuses nothing: a list that should go on from a community nobody knows begins.
import { and, asc, count, eq, getTableColumns, gt, or, sql, type Column, type SQL } from 'drizzle-orm';
import type { CommunityId, PCode } from '#lib/domain/shared/ids.ts';
import { isAmong } from '../db/is-among.ts';
import type { Portal } from '../db/portal.ts';
import { areaTallies, communities, communityAreas, places } from '../db/schema/community.ts';
import { findPlace } from './place-tree.ts';
import type { Community } from './queries.ts';

/** Those of these places and these besides; all for null. */
export type Scope = { readonly areas: readonly PCode[]; readonly communities: readonly CommunityId[] } | null;

export const inPlace = (pcode: PCode | null): Scope => pcode && { areas: [pcode], communities: [] };

/** Where a scope is one place and nothing besides, its list and its number are kept. */
const onlyArea = (scope: Scope): PCode | undefined =>
  scope?.areas.length === 1 && scope.communities.length === 0 ? scope.areas[0] : undefined;

/** `next` is the slug after which the list goes on; null at its end. */
export type Part = { readonly communities: readonly Community[]; readonly next: string | null };

export type Asked = { readonly after?: string | null; readonly most: number };

export function listCommunities(db: Portal, scope: Scope, { after = null, most }: Asked): Part {
  const from = after === null ? null : (placeInOrder(db, after) ?? null);
  const area = onlyArea(scope);
  const found = area ? partOfArea(db, area, from, most + 1) : partOf(db, scope, from, most + 1);
  const shown = found.slice(0, most);
  return { communities: shown, next: found.length > most ? (shown.at(-1)?.slug ?? null) : null };
}

/** By name, however many. */
export const allOf = (db: Portal, scope: Scope): readonly Community[] =>
  listCommunities(db, scope, { most: Number.MAX_SAFE_INTEGER - 1 }).communities;

/** The same of one place, all of them for null. */
export const communitiesWithin = (db: Portal, within: PCode | null): readonly Community[] => allOf(db, inPlace(within));

/** More than these are not chosen from a list. */
const mostToChoose = 100;

/** What a form offers of a place: all of its communities, or none where a smaller place has to be chosen first. */
export function communitiesToChoose(db: Portal, within: PCode): readonly Community[] {
  const { communities, next } = listCommunities(db, inPlace(within), { most: mostToChoose });
  return next === null ? communities : [];
}

/** How many communities lie in each place just beneath that has any, down to communes; in the regions for null. */
export function countCommunities(db: Portal, above: PCode | null): ReadonlyMap<PCode, number> {
  const rows = db
    .select({ area: areaTallies.area, communities: areaTallies.communities })
    .from(places)
    .innerJoin(areaTallies, eq(areaTallies.area, places.pcode))
    .where(and(above === null ? eq(places.level, 1) : eq(places.parent, above), gt(areaTallies.communities, 0)))
    .all();
  return new Map(rows.map(({ area, communities }) => [area, communities]));
}

/** Those of a region, a cercle or a commune are counted already. */
export function howMany(db: Portal, scope: Scope): number {
  const area = onlyArea(scope);
  if (area && (findPlace(db, area)?.level ?? 4) < 4)
    return db.select().from(areaTallies).where(eq(areaTallies.area, area)).get()?.communities ?? 0;
  return db.select({ n: count() }).from(communities).where(inScope(scope)).get()?.n ?? 0;
}

/** As a condition on `communities`. */
export function inScope(scope: Scope): SQL | undefined {
  if (scope === null) return undefined;
  const lies = sql`EXISTS (SELECT 1 FROM ${communityAreas} WHERE ${communityAreas.community} = ${communities.id}
    AND ${isAmong(communityAreas.area, scope.areas)})`;
  return or(lies, isAmong(communities.id, scope.communities));
}

type InOrder = { readonly ordered: string | null; readonly id: CommunityId };

const placeInOrder = (db: Portal, slug: string): InOrder | undefined =>
  db
    .select({ ordered: communities.ordered, id: communities.id })
    .from(communities)
    .where(eq(communities.slug, slug))
    .get();

const goesOn = (ordered: Column, id: Column, from: InOrder | null): SQL | undefined =>
  from ? sql`(${ordered}, ${id}) > (${from.ordered}, ${from.id})` : undefined;

function partOf(db: Portal, scope: Scope, from: InOrder | null, most: number): readonly Community[] {
  return db
    .select()
    .from(communities)
    .where(and(inScope(scope), goesOn(communities.ordered, communities.id, from)))
    .orderBy(asc(communities.ordered), asc(communities.id))
    .limit(most)
    .all();
}

function partOfArea(db: Portal, area: PCode, from: InOrder | null, most: number): readonly Community[] {
  const { ordered, community } = communityAreas;
  return db
    .select(getTableColumns(communities))
    .from(communityAreas)
    .innerJoin(communities, eq(communities.id, community))
    .where(and(eq(communityAreas.area, area), goesOn(ordered, community, from)))
    .orderBy(asc(ordered), asc(community))
    .limit(most)
    .all();
}
