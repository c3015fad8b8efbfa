// Owns an event as scripts are made of it: a match as announced, moved, and cancelled.
import type { SpokenEvent } from '#lib/i18n/on-air/spoken-event.ts';

export const match: SpokenEvent = {
  kind: 'match',
  title: 'Tournoi de la paix',
  about: '',
  language: 'fr',
  place: 'terrain de Wabaria',
  communities: ['Wabaria', 'Bagoundié'],
  startsAt: '2026-07-05T16:00:00Z',
  endsAt: null,
  organiser: 'le comité',
  audience: 'everyone',
  standing: 'planned',
  spokenLanguages: []
};
export const moved: SpokenEvent = {
  ...match,
  standing: 'moved',
  previousStart: '2026-07-04T16:00:00Z',
  previousPlace: 'stade de Gao',
  reason: 'le terrain est inondé'
};
export const cancelled: SpokenEvent = { ...match, standing: 'cancelled', reason: 'L’arbitre est malade.' };
