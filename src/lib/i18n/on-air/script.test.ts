import { describe, expect, it } from 'vitest';
import { audiences } from '#lib/domain/event/audiences.ts';
import { eventKindCodes } from '#lib/domain/event/kinds.ts';
import { cancelled, match, moved } from '../../../../tests/support/spoken.ts';
import { translatorFor } from '../translator.ts';
import { longestSeconds, scriptOf, usualSeconds, type SpokenScript } from './script.ts';
import type { SpokenEvent } from './spoken-event.ts';

const languages = ['fr', 'bm', 'ses'];
const textOf = ({ sentences }: SpokenScript) => sentences.map(({ text }) => text.replaceAll('\u00a0', ' '));

describe('the script of a match', () => {
  it.each([
    [
      'fr',
      [
        'Wabaria et Bagoundié vous invitent à un match.',
        'Tournoi de la paix.',
        'Rendez-vous dimanche cinq juillet, à seize heures.',
        'Le lieu : terrain de Wabaria.',
        'Organisateur : le comité.',
        'Nous répétons.',
        'Rendez-vous dimanche cinq juillet, à quatre heures de l’après-midi.',
        'Le lieu : terrain de Wabaria.',
        'Tout le monde est invité.'
      ]
    ],
    [
      'bm',
      [
        'Wabaria ani Bagoundié b’aw wele: ntolatan.',
        'Tournoi de la paix.',
        'A bɛna kɛ karidon, zuluyekalo tile duuru, nɛgɛkanɲɛ tan ni wɔɔrɔ.',
        'Lajɛ yɔrɔ ye terrain de Wabaria ye.',
        'Labɛnbaga: le comité.',
        'An bɛ segin a kan.',
        'A bɛna kɛ karidon, zuluyekalo tile duuru, wula fɛ, nɛgɛkanɲɛ naani.',
        'Lajɛ yɔrɔ ye terrain de Wabaria ye.',
        'Bɛɛ welelen don.'
      ]
    ],
    [
      'ses',
      [
        'Wabaria nda Bagoundié ga war cee: balloŋ batu.',
        'Tournoi de la paix.',
        'A ga tee Alhadi, Žuyye zaari guu hane, guuru woy cindi duu waate.',
        'Batoo nungoo ti terrain de Wabaria.',
        'Hansekaw: le comité.',
        'Cee hinkanto.',
        'A ga tee Alhadi, Žuyye zaari guu hane, almaari guuru taaci waate.',
        'Batoo nungoo ti terrain de Wabaria.',
        'Boro kul ma kaa.'
      ]
    ]
  ])('in %s', (lang, sentences) => {
    const script = scriptOf(lang, match);
    expect(textOf(script)).toEqual(sentences);
    expect(script.seconds).toBeGreaterThanOrEqual(usualSeconds);
    expect(script.seconds).toBeLessThanOrEqual(longestSeconds);
  });

  it('is in French where the language has no words, and says so', () => {
    expect(scriptOf('taq', match)).toEqual(scriptOf('fr', match));
  });

  it('marks the title with its own language, and sets day and hour apart', () => {
    const { sentences } = scriptOf('ses', { ...match, title: 'Ntolatan', language: 'bm' });
    expect(sentences[1]).toEqual({ text: 'Ntolatan.', lang: 'bm', bold: [] });
    expect(sentences[2]?.bold).toEqual(['Alhadi, Žuyye zaari guu', 'guuru woy cindi duu']);
  });
});

describe.each(languages)('in %s', (lang) => {
  const say = (event: SpokenEvent) => textOf(scriptOf(lang, event)).join(' ');

  it('the organiser’s text is read where it is in that language', () => {
    const about = 'Kebu kaŋ ga boori.';
    expect(say({ ...match, about, language: lang as SpokenEvent['language'] })).toContain(about);
    expect(say({ ...match, about, language: 'taq' })).not.toContain(about);
  });

  it('each audience is called by its name, and each kind by its own', () => {
    expect(new Set(audiences.map((audience) => say({ ...match, audience }))).size).toBe(audiences.length);
    expect(new Set(eventKindCodes.map((kind) => say({ ...match, kind }))).size).toBe(eventKindCodes.length);
  });

  it('what changed comes first, and who is called is never left out for it', () => {
    const sentences = scriptOf(lang, moved).sentences.map(({ bold }) => bold.length > 0);
    expect(sentences.indexOf(true)).toBe(2);
    expect(say(moved)).not.toContain('Gao');
    expect(say({ ...moved, audience: 'women' })).toContain(translatorFor(lang).code('audience-call', 'women'));
  });

  it('what has no title is called by its kind, and once where that is said anyway', () => {
    const kind = `${translatorFor(lang).code('event-kind', 'match')}.`;
    expect(textOf(scriptOf(lang, { ...cancelled, title: '' })).filter((text) => text === kind)).toHaveLength(2);
    expect(textOf(scriptOf(lang, { ...match, title: '' }))).not.toContain(kind);
  });

  it('an organiser whom the public is not told is not said', () => {
    const said = textOf(scriptOf(lang, { ...match, organiser: '' })).join(' ');
    expect(said).not.toContain(translatorFor(lang)('radio.organised-by', { name: '' }).slice(0, 6));
  });

  it('a cancelled event is taken back twice, and nobody is invited', () => {
    const sentences = textOf(scriptOf(lang, cancelled));
    expect(sentences.filter((text) => text === 'Tournoi de la paix.')).toHaveLength(2);
    const hour = scriptOf(lang, cancelled).sentences.find(({ bold }) => bold.length > 0)?.text ?? '';
    expect(sentences.filter((text) => text === hour)).toHaveLength(2);
    expect(sentences).not.toContain(textOf(scriptOf(lang, match)).at(-1));
  });
});

describe('in French', () => {
  const say = (event: SpokenEvent) => textOf(scriptOf('fr', event));

  it('one community invites alone, and beyond four the others are counted', () => {
    expect(say({ ...match, communities: ['Gao'] })[0]).toBe('Gao vous invite à un match.');
    expect(say({ ...match, communities: ['A', 'B', 'C', 'D', 'E', 'F'] })[0]).toBe(
      'A, B, C et trois autres communautés vous invitent à un match.'
    );
  });

  it.each([
    ['later', moved, 'L’activité est reportée au dimanche cinq juillet à seize heures.'],
    ['and what held before', moved, 'Ce n’est plus samedi quatre juillet à seize heures.'],
    ['and why', moved, 'Raison : le terrain est inondé.'],
    ['and where', moved, 'Le lieu a changé : terrain de Wabaria.'],
    [
      'earlier',
      { ...moved, previousStart: '2026-07-06T16:00:00Z' },
      'L’activité est avancée au dimanche cinq juillet à seize heures.'
    ],
    ['that it is on again', { ...match, standing: 'restored' }, 'L’activité n’est plus annulée : elle aura lieu.'],
    ['that it is off', cancelled, 'Elle n’aura pas lieu dimanche cinq juillet à seize heures.'],
    ['when it ends', { ...match, endsAt: '2026-07-05T18:00:00Z' }, 'Fin à dix-huit heures.'],
    [
      'that it ends the day after',
      { ...match, endsAt: '2026-07-06T02:00:00Z' },
      'Fin à deux heures, lundi six juillet.'
    ],
    ['what is spoken', { ...match, spokenLanguages: ['fr', 'ses'] }, 'On y parlera français et songhaï.']
  ] as const)('it says %s', (_name, event, sentence) => expect(say(event)).toContain(sentence));

  it('what is short is filled up with day and hour once more', () => {
    expect(say({ ...match, communities: ['Gao'], organiser: 'Awa' }).at(-2)).toBe(
      'Retenez le jour et l’heure : dimanche cinq juillet, à seize heures.'
    );
  });

  it('no reason is read that is in another language', () => {
    expect(say({ ...cancelled, language: 'bm' }).join(' ')).not.toContain('arbitre');
  });
});

describe('a long text', () => {
  const about = [
    'Quatre équipes de déplacés et d’habitants jouent ensemble.',
    'L’entrée est libre.',
    'Des animateurs seront là pour les enfants pendant tout le tournoi, avec des jeux.',
    'Après le match, une petite fête aura lieu avec les griots de Gao.'
  ];

  it('is cut at the end of a sentence, and the script says so', () => {
    const script = scriptOf('fr', { ...match, about: about.join(' ') });
    expect(script.shortened).toBe(true);
    expect(textOf(script)).toEqual(expect.arrayContaining(about.slice(0, 2)));
    expect(textOf(script).join(' ')).not.toContain('griots');
  });

  it('of one sentence that does not fit is left out whole', () => {
    const script = scriptOf('fr', { ...match, about: 'et puis '.repeat(70) });
    expect(script.shortened).toBe(true);
    expect(textOf(script).join(' ')).not.toContain('et puis');
  });

  it('that fits is said whole', () => {
    expect(scriptOf('fr', { ...match, about: about[1] ?? '' }).shortened).toBe(false);
  });
});
