// Owns the lists of events at a community's desk. Never for the public: drafts, head counts and what is kept back are among them.
import { can } from '#lib/domain/account/permissions.ts';
import type { AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import type { DeskEvent, DeskEvents } from '#lib/domain/event/desk-events.ts';
import { asTold } from '#lib/domain/event/hidden-event.ts';
import type { CommunityId } from '#lib/domain/shared/ids.ts';
import { communitySubject } from '../community/queries.ts';
import type { StaffContext } from '../db/context.ts';
import { airingsOf } from '../broadcast/queries.ts';
import { totalAt, uncounted } from './head-counts.ts';
import { deskEvents, deskPastEvents } from './queries.ts';

/** As many as are worth copying, and those of two months that a desk may still owe a count. */
const mostPast = 60;
const shownPast = 10;

/** Where the community is a guest of others, its desk is told what everybody is, unless the person serves there too. */
export function deskLists({ db, now, actor }: StaffContext, community: CommunityId): DeskEvents {
  const serves = (event: AnnouncedEvent) => can(actor, 'change-event', communitySubject(db, event.community.id));
  const seen = (events: readonly AnnouncedEvent[]) =>
    events.flatMap((event) => (serves(event) ? event : event.announcedAt === null ? [] : asTold(event)));
  const coming = seen(deskEvents(db, now, community));
  const past = seen(deskPastEvents(db, now, { community, limit: mostPast }));
  const owed = uncounted(db, now, community);
  const aired = airingsOf(
    db,
    [...coming, ...past].map(({ id }) => id)
  );
  const atDesk = (event: AnnouncedEvent): DeskEvent => ({
    event,
    airings: aired.get(event.id) ?? [],
    heads: serves(event) ? totalAt(db, event.id) : null,
    serves: serves(event)
  });
  return {
    coming: coming.map(atDesk),
    toCount: [...coming, ...past].filter(({ id }) => owed.has(id)).map(atDesk),
    past: past
      .filter(({ id }) => !owed.has(id))
      .slice(0, shownPast)
      .map(atDesk)
  };
}
