import { describe, expect, test } from 'vitest';
import { defaultQuorum, type QuorumSettings } from '#lib/domain/vote/quorum.ts';
import {
  agreedByDefault,
  freezeTerms,
  lastRungOf,
  readTerms,
  whyCannotUseTerms,
  type AgreedTerms
} from '#lib/domain/vote/terms.ts';

const chief: AgreedTerms = { quorum: defaultQuorum, lastRung: 'casting-vote', office: 'chef de village' };
const withQuorum = (change: Partial<QuorumSettings>): AgreedTerms => ({
  ...agreedByDefault,
  quorum: { ...defaultQuorum, ...change }
});

describe('what may be agreed', () => {
  test.each<[string, AgreedTerms]>([
    ['what the program proposes', agreedByDefault],
    ['a casting vote of an office', chief],
    ['no floor for women, and a total of one person', withQuorum({ womenPercent: 0, householdsPercent: 0 })],
    ['the most that each may be', withQuorum({ womenPercent: 99, householdsPercent: 99, mostAsked: 1000 })],
    ['a least as large as enough', withQuorum({ statusLeast: 10 })],
    ['one person of each', withQuorum({ statusLeast: 1, statusEnough: 1, mostAsked: 1 })]
  ])('%s', (_name, agreed) => expect(whyCannotUseTerms(agreed)).toBeNull());

  test.each<[string, AgreedTerms, string, string]>([
    ['all present women', withQuorum({ womenPercent: 100 }), 'womenPercent', 'quorum-percent'],
    [
      'a person present for each household',
      withQuorum({ householdsPercent: 100 }),
      'householdsPercent',
      'quorum-percent'
    ],
    ['a fraction', withQuorum({ womenPercent: 33.3 }), 'womenPercent', 'quorum-percent'],
    ['less than none', withQuorum({ womenPercent: -1 }), 'womenPercent', 'quorum-percent'],
    ['no number', withQuorum({ mostAsked: Number.NaN }), 'mostAsked', 'quorum-people'],
    ['nobody of a group', withQuorum({ statusLeast: 0 }), 'statusLeast', 'quorum-people'],
    ['nobody enough', withQuorum({ statusEnough: 0 }), 'statusEnough', 'quorum-people'],
    ['nobody asked', withQuorum({ mostAsked: 0 }), 'mostAsked', 'quorum-people'],
    ['a slip of the hand', withQuorum({ mostAsked: 15_000 }), 'mostAsked', 'quorum-people'],
    ['a least above enough', withQuorum({ statusLeast: 11 }), 'statusLeast', 'quorum-least-above-enough'],
    ['a casting vote of nobody', { ...chief, office: '  ' }, 'office', 'office-needed'],
    ['an office beside the lot', { ...chief, lastRung: 'lot' }, 'office', 'office-without-casting-vote'],
    ['an office too long to say', { ...chief, office: 'x'.repeat(81) }, 'office', 'text-too-long']
  ])('not %s', (_name, agreed, field, code) => expect(whyCannotUseTerms(agreed)).toMatchObject({ code, field }));
});

describe('frozen terms', () => {
  test('without a choice of their own are the text that they always were', () => {
    expect(JSON.stringify(freezeTerms('accepted-by-all', agreedByDefault))).toBe(
      '{"rule":"accepted-by-all","groups":["everybody","hosts","returned","women","men"],"quorum":{"womenPercent":30,' +
        '"statusEnough":10,"statusLeast":5,"householdsPercent":30,"mostAsked":150},' +
        '"ties":["lowest-rate","leximin","second-ballot","lot"]}'
    );
  });

  test('name the office once, without spaces around or lines', () => {
    const terms = freezeTerms('approval', { ...chief, office: ' chef de\n village ' });
    expect(terms).toMatchObject({ castingVoteOf: 'chef de village', ties: { 3: 'casting-vote' } });
    expect(readTerms(JSON.stringify(terms))).toEqual(terms);
  });

  test('of before keep what they say, and what they do not say is as it was for everybody', () => {
    expect(readTerms('{}')).toEqual(freezeTerms('accepted-by-all', agreedByDefault));
    expect(readTerms('{"rule":"plurality"}')).toMatchObject({ rule: 'plurality', ties: { 3: 'lot' } });
  });
});

describe('the end of a ladder that comes from anywhere', () => {
  const ties = (last: unknown) => ['lowest-rate', 'leximin', 'second-ballot', last];
  test.each<[string, unknown, string | null]>([
    ['no terms', undefined, 'lot'],
    ['terms of another kind', { thresholds: 'third' }, 'lot'],
    ['a lot', { ties: ties('lot') }, 'lot'],
    ['a casting vote', { ties: ties('casting-vote'), castingVoteOf: 'chef' }, 'casting-vote'],
    ['a casting vote of nobody', { ties: ties('casting-vote') }, null],
    ['a casting vote of a blank', { ties: ties('casting-vote'), castingVoteOf: ' ' }, null],
    ['an office beside the lot', { ties: ties('lot'), castingVoteOf: 'chef' }, null],
    ['an office without a ladder', { castingVoteOf: 'chef' }, null],
    ['an unknown rung', { ties: ties('arm-wrestling') }, null],
    ['no list', { ties: 'lot' }, null],
    ['nothing in it', { ties: [] }, null]
  ])('%s', (_name, terms, last) => expect(lastRungOf(terms)).toBe(last));
});
