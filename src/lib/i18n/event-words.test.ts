import { describe, expect, it } from 'vitest';
import { readChange, readEvent } from '../../../tests/support/event.ts';
import { asTold } from '#lib/domain/event/hidden-event.ts';
import { announcementInWords, changeInWords, languageLabel, titleInWords } from './event-words.ts';
import { feedEventInWords } from './feed-words.ts';
import { translatorFor } from './translator.ts';

const fr = translatorFor('fr');
const event = readEvent();
const moved = readChange({ confirmedAt: '2026-07-02T09:00:00Z' });

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

describe('what a second person has still to confirm', () => {
  it('says so at the end', () => {
    expect(changeInWords(fr, 'fr', { ...event, changes: [readChange()] }).at(-1)).toContain('deuxième');
  });

  it('is not asked of whoever shows a place that another hid', () => {
    const changes = [readChange({ change: 'hidden', confirmedAt: 'then' }), readChange({ change: 'shown' })];
    expect(changeInWords(fr, 'fr', { ...event, changes })).toEqual([]);
  });
});

it('what was brought back will be, whatever was cancelled before', () => {
  const confirmedAt = 'then';
  const changes = [readChange({ change: 'cancelled', confirmedAt }), readChange({ change: 'restored', confirmedAt })];
  expect(changeInWords(fr, 'fr', { ...event, changes })[0]).toBe(
    'L’activité aura bien lieu : dimanche 5 juillet 2026 à 16 h.'
  );
});

describe('what the radio alone tells', () => {
  const hidden = asTold({ ...event, hidden: true, changes: [moved] });

  it('is announced by its kind and day', () => {
    expect(announcementInWords(fr, 'fr', hidden)).toBe(
      'Match, dimanche 5 juillet 2026, heure donnée par la radio. Lieu : lieu donné par la radio.'
    );
    expect(titleInWords(fr, 'fr', hidden)).toEqual({ text: 'Match', lang: 'fr' });
  });

  it('changed, and nothing says from where', () => {
    expect(changeInWords(fr, 'fr', hidden)).toEqual(['L’activité a changé : la radio donne le lieu et l’heure.']);
  });
});

it('is called as in the language of the reader, where somebody wrote that', () => {
  const texts = [{ language: 'fr' as const, title: 'Le match', about: '' }];
  expect(titleInWords(fr, 'fr', { ...event, texts })).toEqual({ text: 'Le match', lang: 'fr' });
  expect(titleInWords(translatorFor('ses'), 'ses', { ...event, texts })).toEqual({ text: 'Ntolatan', lang: 'bm' });
});

it('a text in another language says which', () => {
  expect(languageLabel(fr, 'fr', 'bm')).toBe('en Bamanankan');
  expect(languageLabel(translatorFor('bm'), 'bm', 'bm')).toBeNull();
  expect(feedEventInWords('fr', '', event, nowhere).lines).toContain('Aw ka na. (en Bamanankan)');
});

it('a cancelled one says so in its title, since some calendars pass over its state', () => {
  const cancelled = { ...event, cancelledAt: '2026-07-03T08:00:00Z' };
  expect(feedEventInWords('fr', '', cancelled, nowhere).headline).toBe('Annulé · Ntolatan');
});
