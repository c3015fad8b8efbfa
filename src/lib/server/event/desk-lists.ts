// Owns the lists of events at a community's desk. Never for the public: drafts, head counts and what is kept back are among them.
import type { AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import type { DeskEvent, DeskEvents } from '#lib/domain/event/desk-events.ts';
import type { CommunityId } from '#lib/domain/shared/ids.ts';
import type { Context } from '../db/context.ts';
import { airingsOf } from './airings-of.ts';
import { totalAt, uncounted } from './head-counts.ts';
import { deskEvents, deskPastEvents } from './queries.ts';

/** As many as are worth copying, and those of two months that a desk may still owe a count. */
const mostPast = 60;
const shownPast = 10;

export function deskLists({ db, now }: Context, community: CommunityId): DeskEvents {
  const coming = deskEvents(db, now, community);
  const past = deskPastEvents(db, now, { community, limit: mostPast });
  const owed = uncounted(db, now, community);
  const aired = airingsOf(
    db,
    [...coming, ...past].map(({ id }) => id)
  );
  const atDesk = (event: AnnouncedEvent): DeskEvent => ({
    event,
    airings: aired.get(event.id) ?? [],
    heads: totalAt(db, event.id)
  });
  return {
    coming: coming.map(atDesk),
    toCount: [...coming, ...past].filter(({ id }) => owed.has(id)).map(atDesk),
    past: past
      .filter(({ id, announcedAt }) => announcedAt !== null && !owed.has(id))
      .slice(0, shownPast)
      .map(atDesk)
  };
}
