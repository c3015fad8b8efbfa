// Owns what everybody may know of an event: never its organiser, who is for the radios; and of one whose place the radio alone
// tells, its kind, community and day. Everything else is left out.
import type { AnnouncedEvent, EventChange } from './announced-event.ts';

/** The event as everybody may know it. Empty texts stand for what pages and feeds word as "told by the radio". */
export function asTold(event: AnnouncedEvent): AnnouncedEvent {
  if (!event.hidden) return { ...event, organiser: '' };
  return {
    ...event,
    title: '',
    about: '',
    texts: [],
    place: '',
    startsAt: dayOnly(event.startsAt),
    endsAt: null,
    organiser: '',
    picture: null,
    voices: [],
    changes: event.changes.map(changeAsTold)
  };
}

const changeAsTold = (change: EventChange): EventChange => ({
  ...change,
  previousStart: dayOnly(change.previousStart),
  previousPlace: '',
  reason: ''
});

/** Midnight of that day: who shows a hidden event shows no hour. */
const dayOnly = (moment: string): string => `${moment.slice(0, 10)}T00:00:00Z`;

/** A hidden event's hour is not told by its place in a list either: it comes first in its day. */
export const byStart = (one: AnnouncedEvent, other: AnnouncedEvent): number =>
  one.startsAt.localeCompare(other.startsAt) || one.id.localeCompare(other.id);

/** Whether this is what everybody may know of a hidden event, and not the event in full. */
export const isMasked = ({ hidden, place }: Pick<AnnouncedEvent, 'hidden' | 'place'>): boolean =>
  hidden && place === '';
