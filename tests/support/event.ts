// Owns an event as a facilitator announces it: a match in Forgho, a week after the moment at which test staff act.
import type { EventId } from '#lib/domain/shared/ids.ts';
import { announceEvent } from '#lib/server/event/announce-event.ts';
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
export function announced(at: TestConsultation, changed: Partial<NewEvent> = {}): EventId {
  const done = announceEvent(at.facilitator, at.community, { ...match, ...changed });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}
