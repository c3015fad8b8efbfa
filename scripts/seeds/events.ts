// Owns the events of the demonstration: ten in this week and the next, of which one has moved and one is cancelled.
import type { CommunityId } from '#lib/domain/shared/ids.ts';
import { announceEvent } from '#lib/server/event/announce-event.ts';
import { cancelEvent } from '#lib/server/event/cancel-event.ts';
import type { NewEvent } from '#lib/server/event/forms.ts';
import { moveEvent } from '#lib/server/event/move-event.ts';
import { must, type Stand } from './foundations.ts';
import { actingAs } from './staff.ts';

/** `at` counts the days from this week's Monday; `where` picks a community of the demonstration. */
type Planned = Omit<NewEvent, 'day' | 'organiser' | 'phone'> & { readonly at: number; readonly where: number };

const planned: readonly Planned[] = [
  {
    at: 1,
    where: 3,
    kind: 'meeting',
    title: 'Réunion du comité',
    hour: '9:00',
    place: 'Case du chef',
    about: 'Préparation de l’assemblée.',
    language: 'fr'
  },
  {
    at: 3,
    where: 1,
    kind: 'awareness',
    title: 'Ji saniman ni kɛnɛya',
    hour: '16:00',
    place: 'Sugufiyɛ la',
    about: 'Hakililakunun kanpaɲi: ji saniman ni kɛnɛya.',
    language: 'bm'
  },
  {
    at: 5,
    where: 2,
    kind: 'match',
    title: 'Match de football',
    hour: '16:00',
    place: 'Terrain de Bagoundié',
    about: 'Jeunes de retour et jeunes du village jouent dans la même équipe.',
    language: 'fr'
  },
  {
    at: 6,
    where: 3,
    kind: 'drama',
    title: 'Théâtre : « Le puits »',
    hour: '20:00',
    place: 'Place du marché',
    about: 'La troupe joue l’histoire d’un puits partagé.',
    language: 'fr'
  },
  {
    at: 6,
    where: 2,
    kind: 'celebration',
    title: 'Batu beeri',
    hour: '17:00',
    place: 'Bagoundié',
    about: 'Boro kul ma kaa.',
    language: 'ses'
  },
  {
    at: 8,
    where: 3,
    kind: 'match',
    title: 'Match de football',
    hour: '16:00',
    place: 'Stade de Gargouna',
    about: 'Finale entre les quatre quartiers.',
    language: 'fr'
  },
  {
    at: 9,
    where: 1,
    kind: 'training',
    title: 'Formation des réparatrices',
    hour: '8:30',
    place: 'Mairie',
    about: 'Deux femmes par quartier apprennent à réparer la pompe.',
    language: 'fr'
  },
  {
    at: 10,
    where: 0,
    kind: 'radio-spot',
    title: 'Spot radio : vivre ensemble',
    hour: '12:00',
    place: 'Studio',
    about: 'À lire trois fois dans la journée.',
    language: 'fr'
  },
  {
    at: 11,
    where: 2,
    kind: 'awareness',
    title: 'Causerie sur la paix',
    hour: '16:30',
    place: 'Sous le grand arbre',
    about: 'Anciens et jeunes parlent de la cohabitation.',
    language: 'fr'
  },
  {
    at: 12,
    where: 1,
    kind: 'meeting',
    title: 'Assemblée d’information',
    hour: '9:00',
    place: 'École',
    about: 'Tout le monde est invité.',
    language: 'fr'
  }
];
const moved = 5;
const cancelled = 8;

const day = 86_400_000;

/** Announced a week before this one, so that all of them lay ahead; the changes are of today. */
export function announceEvents(stand: Stand, communities: readonly CommunityId[]): void {
  const sinceMonday = (stand.now.getUTCDay() + 6) % 7;
  const dateOf = (at: number) => new Date(stand.now.getTime() + (at - sinceMonday) * day).toISOString().slice(0, 10);
  const then = actingAs(stand.runtime, stand.staff, 'facilitator', new Date(stand.now.getTime() - 8 * day));
  const today = actingAs(stand.runtime, stand.staff, 'facilitator', stand.now);
  planned.forEach(({ at, where, ...texts }, order) => {
    const community = communities[where];
    if (!community) throw new Error(`The demonstration has no community number ${where}.`);
    const event = { ...texts, day: dateOf(at), organiser: 'Fatoumata', phone: '90 00 00 01' };
    const id = must(announceEvent(then, community, event));
    const { hour, place } = texts;
    if (order === moved)
      must(moveEvent(today, id, { day: dateOf(at + 1), hour, place, reason: 'Le terrain est inondé.' }));
    if (order === cancelled) must(cancelEvent(today, id, { reason: 'L’animateur est malade.' }));
  });
}
