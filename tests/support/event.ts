// Owns an event as a facilitator announces it: a match in Forgho, a week after the moment at which test staff act. And one as
// it is read, for tests of rules and words.
import type { AnnouncedEvent, EventChange } from '#lib/domain/event/announced-event.ts';
import type { CommunityId, EventId } from '#lib/domain/shared/ids.ts';
import { announceEvent, type EventExtras } from '#lib/server/event/announce-event.ts';
import type { NewEvent } from '#lib/server/event/forms.ts';
import type { TestConsultation } from './consultation.ts';

export const match: NewEvent = {
  kind: 'match',
  title: 'Match des jeunes',
  day: '2026-07-12',
  hour: '16h',
  endHour: '18h',
  place: 'Stade',
  about: 'Venez nombreux.',
  language: 'fr',
  organiser: 'Fatouma Maïga',
  phone: '+223 76 12 34 56'
};

/** Where it moves to. */
export const move = { day: '2026-07-14', hour: '17:00', place: 'Marché', reason: 'Pluie' };

/** @throws when it is refused. */
export function announced(at: TestConsultation, changed: Partial<NewEvent & EventExtras> = {}): EventId {
  const done = announceEvent(at.facilitator, at.community, { ...match, ...changed });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}

/** Announced four days before it takes place, and not sent to the radios yet. */
export const readEvent = (changed: Partial<AnnouncedEvent> = {}): AnnouncedEvent => ({
  id: 'e1' as EventId,
  community: { id: 'c1' as CommunityId, slug: 'gounzoureye', name: 'Gounzoureye' },
  guests: [],
  kind: 'match',
  audience: 'everyone',
  title: 'Ntolatan',
  about: 'Aw ka na.',
  language: 'bm',
  texts: [],
  spoken: [],
  place: 'terrain de Wabaria',
  startsAt: '2026-07-05T16:00:00Z',
  endsAt: null,
  organiser: 'Fatouma',
  series: null,
  announcedAt: '2026-07-01T08:00:00Z',
  sending: { askedAt: '2026-07-01T08:00:00Z', answer: null },
  cancelledAt: null,
  hidden: false,
  changedAt: '2026-07-01T08:00:00Z',
  sequence: 0,
  picture: null,
  voices: [],
  changes: [],
  ...changed
});

/** A move that nobody confirmed yet. */
export const readChange = (changed: Partial<EventChange> = {}): EventChange => ({
  number: 1,
  change: 'moved',
  previousStart: '2026-07-04T16:00:00Z',
  previousPlace: 'stade',
  reason: 'Pluie',
  at: '2026-07-02T08:00:00Z',
  confirmedAt: null,
  ...changed
});
