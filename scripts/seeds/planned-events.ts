// Owns what the events of the demonstration say, and what becomes of each.
import type { EventText } from '#lib/domain/event/announced-event.ts';
import type { EventExtras } from '#lib/server/event/announce-event.ts';
import type { NewEvent } from '#lib/server/event/forms.ts';

type State =
  | 'draft'
  | 'waits'
  | 'unconfirmed'
  | 'held-back'
  | 'sent'
  | 'moved'
  | 'moved-confirmed'
  | 'cancelled'
  | 'hidden'
  | 'counted';

/** `where` and `guests` pick communities of the demonstration; `week` counts the days from this week's Monday. */
export type Planned = Omit<NewEvent, 'day' | 'organiser' | 'phone'> &
  Pick<EventExtras, 'audience' | 'weeks' | 'spoken'> & {
    readonly day: { readonly week: number } | { readonly ago: number };
    readonly where: number;
    readonly guests?: readonly number[];
    readonly further?: readonly EventText[];
    readonly state: State;
  };

export const planned: readonly Planned[] = [
  {
    day: { week: 1 },
    where: 3,
    kind: 'meeting',
    title: 'Réunion du comité',
    hour: '9:00',
    place: 'Case du chef',
    about: 'Préparation de l’assemblée.',
    language: 'fr',
    state: 'sent'
  },
  {
    day: { week: 3 },
    where: 1,
    kind: 'awareness',
    title: 'Ji saniman ni kɛnɛya',
    hour: '16:00',
    place: 'Sugufiyɛ la',
    about: 'Hakililakunun kanpaɲi: ji saniman ni kɛnɛya.',
    language: 'bm',
    further: [
      { language: 'fr', title: 'Eau propre et santé', about: 'Campagne de sensibilisation : eau propre et santé.' },
      { language: 'ses', title: 'Hari henna nda gaahambaani', about: 'Fahamandiyan goy: hari henna nda gaahambaani.' }
    ],
    state: 'sent'
  },
  {
    day: { week: 5 },
    where: 2,
    guests: [3],
    kind: 'match',
    title: 'Match de football',
    hour: '16:00',
    endHour: '18:00',
    place: 'Terrain de Bagoundié',
    about: 'Jeunes de retour et jeunes du village jouent dans la même équipe.',
    language: 'fr',
    audience: 'youth',
    state: 'sent'
  },
  {
    day: { week: 6 },
    where: 3,
    kind: 'drama',
    title: 'Théâtre : « Le puits »',
    hour: '20:00',
    place: 'Place du marché',
    about: 'La troupe joue l’histoire d’un puits partagé.',
    language: 'fr',
    spoken: ['ses', 'fr'],
    state: 'unconfirmed'
  },
  {
    day: { week: 6 },
    where: 2,
    kind: 'celebration',
    title: 'Batu beeri',
    hour: '17:00',
    place: 'Bagoundié',
    about: 'Boro kul ma kaa.',
    language: 'ses',
    further: [{ language: 'fr', title: 'Grande fête', about: 'Tout le monde est invité.' }],
    state: 'sent'
  },
  {
    day: { week: 8 },
    where: 3,
    kind: 'match',
    title: 'Match de football',
    hour: '16:00',
    place: 'Stade de Gargouna',
    about: 'Finale entre les quatre quartiers.',
    language: 'fr',
    state: 'moved'
  },
  {
    day: { week: 9 },
    where: 1,
    kind: 'training',
    title: 'Formation des réparatrices',
    hour: '8:30',
    place: 'Mairie',
    about: 'Deux femmes par quartier apprennent à réparer la pompe.',
    language: 'fr',
    audience: 'women',
    state: 'moved-confirmed'
  },
  {
    day: { week: 10 },
    where: 0,
    kind: 'radio-spot',
    title: 'Spot radio : vivre ensemble',
    hour: '12:00',
    place: 'Studio',
    about: 'À lire trois fois dans la journée.',
    language: 'fr',
    weeks: 3,
    state: 'sent'
  },
  {
    day: { week: 10 },
    where: 3,
    kind: 'meeting',
    title: 'Rencontre des familles',
    hour: '10:00',
    place: 'Concession du chef',
    about: 'Les familles de retour et leurs hôtes se rencontrent.',
    language: 'fr',
    state: 'hidden'
  },
  {
    day: { week: 11 },
    where: 2,
    kind: 'awareness',
    title: 'Causerie sur la paix',
    hour: '16:30',
    place: 'Sous le grand arbre',
    about: 'Anciens et jeunes parlent de la cohabitation.',
    language: 'fr',
    audience: 'elders',
    state: 'cancelled'
  },
  {
    day: { week: 12 },
    where: 1,
    kind: 'meeting',
    title: 'Assemblée d’information',
    hour: '9:00',
    place: 'École',
    about: 'Tout le monde est invité.',
    language: 'fr',
    state: 'held-back'
  },
  {
    day: { week: 12 },
    where: 3,
    kind: 'celebration',
    title: '',
    hour: '17:00',
    place: 'Place du marché',
    about: '',
    language: 'fr',
    state: 'draft'
  },
  {
    day: { week: 13 },
    where: 1,
    kind: 'match',
    title: 'Match des deux rives',
    hour: '16:00',
    place: 'Terrain de Kabara',
    about: '',
    language: 'fr',
    state: 'waits'
  },
  {
    day: { ago: 3 },
    where: 3,
    kind: 'match',
    title: 'Match des femmes',
    hour: '16:00',
    place: 'Stade de Gargouna',
    about: 'Les équipes de deux quartiers.',
    language: 'fr',
    state: 'counted'
  },
  {
    day: { ago: 2 },
    where: 2,
    kind: 'drama',
    title: 'Théâtre : « Le retour »',
    hour: '20:00',
    place: 'Place de Bagoundié',
    about: 'Une famille revient au village.',
    language: 'fr',
    state: 'sent'
  }
];
