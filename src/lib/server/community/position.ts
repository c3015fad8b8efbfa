// Owns where a community lies, for maps and tables of other programs: its areas with their codes, and its point where it has one.
import { eq } from 'drizzle-orm';
import type { CommunityId } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { communities, communityLocalities, places } from '../db/schema/community.ts';
import { placePath } from './place-tree.ts';

type Area = { readonly code: string; readonly name: string };
export type Position = {
  readonly region: Area | null;
  readonly cercle: Area | null;
  readonly commune: Area | null;
  /** Degrees; null where nobody measured it, where several villages make up the community, and where it is discreet. */
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
};

export function positionOf(db: Portal, community: CommunityId): Position {
  const localities = db
    .select({
      pcode: places.pcode,
      latitude: places.latitude,
      longitude: places.longitude,
      discreet: communities.discreet
    })
    .from(communityLocalities)
    .innerJoin(communities, eq(communities.id, communityLocalities.community))
    .innerJoin(places, eq(places.pcode, communityLocalities.pcode))
    .where(eq(communityLocalities.community, community))
    .orderBy(places.pcode)
    .all();
  const [first, second] = localities;
  const path = first ? placePath(db, first.pcode) : [];
  const area = (level: number): Area | null => {
    const place = path.find((place) => place.level === level);
    return place ? { code: place.pcode, name: place.name } : null;
  };
  const { latitude, longitude } = first ?? {};
  const isKnown = typeof latitude === 'number' && typeof longitude === 'number' && !second && !first?.discreet;
  return { region: area(1), cercle: area(2), commune: area(3), point: isKnown ? { latitude, longitude } : null };
}
