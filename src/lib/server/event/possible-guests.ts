// Owns which other communities may be named as taking part: near ones, for whom the same person may announce. It refuses all
// others, whatever a form sends.
import { can } from '#lib/domain/account/permissions.ts';
import type { CommunityId } from '#lib/domain/shared/ids.ts';
import { communitySubject, communitiesWithin, type Community } from '../community/queries.ts';
import type { StaffContext } from '../db/context.ts';

const mostGuests = 30;
/** As place-tree counts: region, cercle, commune. */
const communeLevel = 2;

/** Of the same communes, by name. */
export function possibleGuests(
  { db, actor }: StaffContext,
  community: CommunityId
): readonly Pick<Community, 'id' | 'slug' | 'name'>[] {
  const communes = new Set((communitySubject(db, community).areas ?? []).flatMap((path) => path[communeLevel] ?? []));
  const near = [...communes].flatMap((commune) => communitiesWithin(db, commune));
  return [...new Map(near.map(({ id, slug, name }) => [id, { id, slug, name }])).values()]
    .filter(({ id }) => id !== community && can(actor, 'announce-event', communitySubject(db, id)))
    .slice(0, mostGuests);
}
