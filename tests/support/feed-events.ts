// Owns events as feeds tell them, made by hand: a match in Forgho that stands, until a test says otherwise.
import type { EventFeed, FeedEvent } from '#lib/server/feed/event-feed.ts';

export const toldEvent = (over: Partial<FeedEvent> = {}): FeedEvent => ({
  id: 'a1',
  sequence: 0,
  kind: { code: 'match', label: 'Match' },
  standing: 'planned',
  isToConfirm: false,
  isTentative: false,
  changes: 0,
  toldAt: '2026-07-05T09:00:00Z',
  isHidden: false,
  headline: 'Match des jeunes',
  title: 'Match des jeunes',
  lang: 'fr',
  said: 'Match, dimanche 12 juillet 2026 à 16 h. Lieu : Stade, Forgho.',
  lines: ['Match, dimanche 12 juillet 2026 à 16 h.', 'Lieu : Stade, Forgho.', 'Venez nombreux.'],
  place: 'Stade, Forgho',
  startsAt: '2026-07-12T16:00:00Z',
  endsAt: '2026-07-12T18:00:00Z',
  community: { slug: 'forgho', name: 'Forgho' },
  region: { code: 'ML07', name: 'Gao' },
  cercle: { code: 'ML0701', name: 'Gao' },
  commune: { code: 'ML070101', name: 'Gounzoureye' },
  point: { latitude: 16.34, longitude: -0.05 },
  announcedAt: '2026-07-05T09:00:00Z',
  changedAt: '2026-07-05T09:00:00Z',
  page: 'http://x/fr/events/a1',
  ...over
});

/** As everybody is told of an event whose place the radio alone tells. */
export const hiddenEvent = (over: Partial<FeedEvent> = {}): FeedEvent =>
  toldEvent({
    id: 'h1',
    isHidden: true,
    headline: 'Match',
    title: 'Match',
    said: 'Match, dimanche 12 juillet 2026. Lieu donné par la radio.',
    lines: ['Match, dimanche 12 juillet 2026.', 'Lieu donné par la radio.'],
    place: 'Lieu donné par la radio',
    startsAt: '2026-07-12T00:00:00Z',
    endsAt: null,
    point: null,
    ...over
  });

export const toldFeed = (events: readonly FeedEvent[], over: Partial<EventFeed> = {}): EventFeed => ({
  id: 'events',
  title: 'Sigida · Activités; Gao, et autour',
  lang: 'fr',
  self: 'http://x/feeds/events?kind=match&lang=fr',
  page: 'http://x/fr/events?kind=match',
  words: { changed: 'Ce qui a changé', announced: 'Activités', none: 'Aucune activité annoncée.' },
  events,
  ...over
});
