// Owns what the form of a new event begins with, so that the usual one takes six inputs: whom radios call, or all of an earlier
// event. A phone is told to whoever wrote it down, or may change the event it stands in.
import { and, desc, eq, sql } from 'drizzle-orm';
import { can } from '#lib/domain/account/permissions.ts';
import type { AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import { sameWeekdayAhead } from '#lib/domain/event/series.ts';
import type { CommunityId } from '#lib/domain/shared/ids.ts';
import { communitySubject } from '../community/queries.ts';
import type { StaffContext } from '../db/context.ts';
import { events } from '../db/schema/event.ts';
import { findEvent, organiserPhones } from './queries.ts';

/** By name of the field. */
export type BeginsWith = Readonly<Record<string, string>>;

/** Of the last event that this person wrote for this community; themselves and no phone where there is none. */
export function contactOf({ db, actor }: StaffContext, community: CommunityId): BeginsWith {
  const last = db
    .select({ organiser: events.organiser, phone: events.phone })
    .from(events)
    .where(and(eq(events.community, community), eq(events.writtenBy, actor.account)))
    .orderBy(desc(sql`rowid`))
    .limit(1)
    .get();
  return last ?? { organiser: actor.name, phone: '' };
}

/** The earlier event a week later, or on the next such weekday. @returns null for one that this person may not change. */
export function copyOf(ctx: StaffContext, id: string): { event: AnnouncedEvent; fields: BeginsWith } | null {
  const event = findEvent(ctx.db, id);
  if (!event || !can(ctx.actor, 'change-event', communitySubject(ctx.db, event.community.id))) return null;
  const { kind, language, organiser, audience, spoken, guests, startsAt, endsAt, hidden } = event;
  // The new one will be public: what the old one hides is typed again by whoever knows that it may be told.
  const { title, about, place } = hidden ? { title: '', about: '', place: '' } : event;
  return {
    event,
    fields: {
      kind,
      title,
      about,
      language,
      place,
      organiser,
      audience,
      day: sameWeekdayAhead(startsAt, ctx.now),
      hour: startsAt.slice(11, 16),
      endHour: endsAt?.slice(11, 16) ?? '',
      phone: organiserPhones(ctx.db, [event.id]).get(event.id) ?? '',
      spoken: spoken.join(','),
      guests: guests.map((guest) => guest.id).join(',')
    }
  };
}
