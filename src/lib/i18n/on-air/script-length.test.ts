import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audiences } from '#lib/domain/event/audiences.ts';
import { longest } from '#lib/domain/event/event-texts.ts';
import { eventKindCodes } from '#lib/domain/event/kinds.ts';
import { secondsToSay } from './pace.ts';
import { longestSeconds, scriptOf } from './script.ts';
import { sentencesOf } from './sentences.ts';
import type { SpokenEvent } from './spoken-event.ts';

const languages = ['fr', 'bm', 'ses'];

describe('whatever people write', () => {
  const word = fc.constantFrom(
    'na',
    'jama',
    'komite',
    'réconciliation',
    'Bagoundié',
    'ɲɔgɔnye',
    'terrain',
    'koyra.',
    'ši'
  );
  const text = (limit: number) =>
    fc.array(word, { minLength: 1, maxLength: 120 }).map((words) => words.join(' ').slice(0, limit));
  const anyEvent: fc.Arbitrary<SpokenEvent> = fc.record({
    kind: fc.constantFrom(...eventKindCodes),
    title: text(longest.title),
    about: fc.oneof(fc.constant(''), text(longest.about)),
    language: fc.constantFrom('fr', 'bm', 'ses', 'khq', 'ar'),
    place: text(longest.place),
    communities: fc.array(fc.constantFrom('Gao', 'Wabaria', 'Bagoundié'), { minLength: 1, maxLength: 12 }),
    startsAt: fc.constantFrom('2026-07-05T16:00:00Z', '2026-12-31T23:59:00Z', '2026-08-01T00:00:00Z'),
    endsAt: fc.constantFrom(null, '2026-12-31T23:59:00Z'),
    organiser: text(longest.organiser),
    audience: fc.constantFrom(...audiences),
    standing: fc.constantFrom('planned', 'moved', 'cancelled', 'restored'),
    previousStart: fc.constantFrom('2026-07-04T09:30:00Z', '2027-01-01T07:00:00Z'),
    previousPlace: text(longest.place),
    reason: text(longest.reason),
    spokenLanguages: fc.subarray(['fr', 'bm', 'ses', 'khq', 'taq', 'ar', 'ff'])
  });
  const needed = (lang: string, { title, place, language }: SpokenEvent) =>
    secondsToSay(language, title) + secondsToSay(lang, place);
  /** For day and hour, or for what changed, of which two sentences are the longest. */
  const besides = 12;

  it('no script is longer than thirty seconds, unless title and place leave no room; none is under fifteen', () => {
    fc.assert(
      fc.property(anyEvent, fc.constantFrom(...languages), (event, lang) => {
        const { seconds } = scriptOf(lang, event);
        if (needed(lang, event) <= longestSeconds - besides) expect(seconds).toBeLessThanOrEqual(longestSeconds);
        expect(seconds).toBeGreaterThanOrEqual(15);
      }),
      { numRuns: 3000 }
    );
  });

  it('what is read of a text are its first sentences, whole, and less than all is owned up to', () => {
    fc.assert(
      fc.property(anyEvent, fc.constantFrom(...languages), (event, lang) => {
        const script = scriptOf(lang, {
          ...event,
          title: 'Tournoi',
          language: lang as SpokenEvent['language'],
          standing: 'planned'
        });
        const written = sentencesOf(event.about);
        const said = script.sentences.map(({ text }) => text);
        const read = Math.max(
          0,
          ...written.map((_, index) => (holds(said, written.slice(0, index + 1)) ? index + 1 : 0))
        );
        if (script.shortened) expect(read).toBeLessThan(written.length);
        else expect(read).toBe(written.length);
      }),
      { numRuns: 300 }
    );
  });

  /** That `run` stands somewhere in `all`, unbroken. */
  const holds = (all: readonly string[], run: readonly string[]): boolean =>
    all.some((_, start) => run.every((text, index) => all[start + index] === text));
});
