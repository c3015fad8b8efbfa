import { describe, expect, it } from 'vitest';
import type { AnnouncedEvent, EventChange } from '#lib/domain/event/announced-event.ts';
import type { CommunityId, EventId } from '#lib/domain/shared/ids.ts';
import { announcementInWords, changeInWords, languageLabel } from './event-words.ts';
import { feedEventInWords } from './feed-words.ts';
import { translatorFor } from './translator.ts';

const fr = translatorFor('fr');
const event: AnnouncedEvent = {
  id: 'e1' as EventId,
  community: { id: 'c1' as CommunityId, slug: 'gounzoureye', name: 'Gounzoureye' },
  kind: 'match',
  title: 'Ntolatan',
  about: 'Aw ka na.',
  language: 'bm',
  place: 'terrain de Wabaria',
  startsAt: '2026-07-05T16:00:00Z',
  endsAt: null,
  organiser: 'Fatouma',
  announcedAt: '2026-07-01T08:00:00Z',
  cancelledAt: null,
  changedAt: '2026-07-01T08:00:00Z',
  sequence: 0,
  changes: []
};
const moved: EventChange = {
  change: 'moved',
  previousStart: '2026-07-04T16:00:00Z',
  previousPlace: 'stade',
  reason: 'Pluie',
  at: '2026-07-02T08:00:00Z'
};

it('is announced in each language, place and community after it', () => {
  expect(announcementInWords(fr, 'fr', event)).toBe(
    'Match, dimanche 5 juillet 2026 à 16\u00a0h. Lieu\u00a0: terrain de Wabaria, Gounzoureye.'
  );
  expect(announcementInWords(translatorFor('ses'), 'ses', event)).toBe(
    'Balloŋ batu: Alhadi 5 Žuyye 2026 hane, guuru 16 waate. Nungu: terrain de Wabaria, Gounzoureye.'
  );
});

it('does not name the community twice', () => {
  expect(announcementInWords(fr, 'fr', { ...event, place: 'mairie de Gounzoureye' })).toContain(
    'Lieu\u00a0: mairie de Gounzoureye.'
  );
});

describe('what became of it', () => {
  it('is nothing while all stands', () => expect(changeInWords(fr, 'fr', event)).toEqual([]));

  it('is the new time and place, the old ones and the reason', () => {
    expect(changeInWords(fr, 'fr', { ...event, changes: [moved] })).toEqual([
      'L’activité est reportée au dimanche 5 juillet 2026 à 16\u00a0h.',
      'Le lieu a changé\u00a0: terrain de Wabaria.',
      'Avant\u00a0: samedi 4 juillet 2026 à 16\u00a0h, stade.',
      'Raison\u00a0: Pluie'
    ]);
  });

  it('never calls an earlier day a later one, nor a new place a new day', () => {
    const forward = { ...moved, previousStart: '2026-07-06T16:00:00Z', previousPlace: event.place };
    expect(changeInWords(fr, 'fr', { ...event, changes: [forward] })[0]).toContain('avancé');
    const elsewhere = { ...moved, previousStart: event.startsAt };
    expect(changeInWords(fr, 'fr', { ...event, changes: [elsewhere] })[0]).toContain('lieu');
  });

  it('is the cancelling alone, whatever was moved before', () => {
    const changes = [moved, { ...moved, change: 'cancelled' as const, reason: 'Deuil' }];
    expect(changeInWords(fr, 'fr', { ...event, cancelledAt: '2026-07-03T08:00:00Z', changes })).toEqual([
      'Cette activité est annulée.',
      'Raison\u00a0: Deuil'
    ]);
  });
});

const nowhere = { region: null, cercle: null, commune: null, point: null };

it('a text in another language says which', () => {
  expect(languageLabel(fr, 'fr', 'bm')).toBe('en Bamanankan');
  expect(languageLabel(translatorFor('bm'), 'bm', 'bm')).toBeNull();
  expect(feedEventInWords('fr', '', event, nowhere).lines).toContain('Aw ka na. (en Bamanankan)');
});

it('a cancelled one says so in its title, since some calendars pass over its state', () => {
  const cancelled = { ...event, cancelledAt: '2026-07-03T08:00:00Z' };
  expect(feedEventInWords('fr', '', cancelled, nowhere).headline).toBe('ANNULÉ · Ntolatan');
});
