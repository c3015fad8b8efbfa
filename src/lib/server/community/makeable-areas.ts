// Owns where a member of staff may make communities: in a facilitator's areas, everywhere for an administrator.
import { can, type Actor, type Subject } from '#lib/domain/account/permissions.ts';
import type { PCode } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { searchPlaces, type FoundPlace } from './place-search.ts';
import { areasOf } from './place-tree.ts';

/** What the guard is asked before any locality is chosen: the first area that the actor has, if any. */
export function whereMaking(actor: Actor | null): Subject {
  const area = actor?.grants.find((grant) => grant.role === 'facilitator')?.area;
  return area ? { areas: [[area]] } : {};
}

export const mayMakeAt = (db: Portal, actor: Actor, locality: PCode): boolean =>
  can(actor, 'make-community', { areas: areasOf(db, [locality]) });

/** Localities that were searched for and where the actor may make a community. */
export function makeableLocalities(db: Portal, actor: Actor, query: string, most: number): readonly FoundPlace[] {
  const everywhere = can(actor, 'make-community');
  const areas = actor.grants.flatMap((grant) => (grant.role === 'facilitator' ? [grant.area] : []));
  const search = { limit: most, from: 4 } as const;
  const found = everywhere
    ? searchPlaces(db, query, search)
    : areas.flatMap((within) => searchPlaces(db, query, { ...search, within }));
  return [...new Map(found.map((place) => [place.pcode, place])).values()].slice(0, most);
}
