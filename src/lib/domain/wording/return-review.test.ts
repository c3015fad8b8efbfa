import { expect, it, test } from 'vitest';
import { returnReview, type ReturnedRow } from './return-review.ts';
import {
  frenchOf,
  isReviewed,
  markOf,
  reviewedBesideOther,
  reviewedIn,
  shares,
  type CatalogueOf
} from './sentences.ts';

const french = {
  'a.hello': 'Bonjour {{name}}',
  'a.votes_many': '{{count}} votes',
  'a.votes_one': 'un vote',
  'a.votes_other': '{{count}} votes',
  'b.send': 'Envoyer'
};
const catalogue: CatalogueOf = {
  $language: { tag: 'bm', name: 'Bamanankan', dir: 'ltr', status: 'draft' },
  $reviewed: {},
  messages: { 'a.hello': 'I ni ce {{name}}', 'a.votes_other': 'Wote {{count}}', 'b.send': 'A ci' }
};
const row = (key: string, more: Partial<ReturnedRow> = {}): ReturnedRow => ({
  line: 2,
  key,
  french: frenchOf(french, key) ?? '',
  text: catalogue.messages[key] ?? '',
  reviewed: false,
  better: '',
  ...more
});
const back = (...rows: readonly ReturnedRow[]) => returnReview(catalogue, french, rows);

it('takes better words and agreement, and the same sheet changes nothing the second time', () => {
  const rows = [row('b.send', { better: 'A lase', reviewed: true }), row('a.hello', { reviewed: true })];
  const done = back(...rows);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  expect(done.catalogue.messages['b.send']).toBe('A lase');
  expect(done.catalogue.$reviewed).toEqual({ 'a.hello': markOf('Bonjour {{name}}'), 'b.send': markOf('Envoyer') });
  expect(done.agreed).toEqual(['a.hello', 'b.send']);
  const again = returnReview(done.catalogue, french, rows);
  expect(again).toMatchObject({ ok: true, texts: [], agreed: [], doubted: [], catalogue: done.catalogue });
});

it('makes new words that nobody agreed to a draft, and a reviewed text that somebody doubts too', () => {
  const reviewed = { ...catalogue, $reviewed: { 'b.send': markOf('Envoyer') } };
  const rows = [row('b.send', { better: 'A lase' })];
  expect(returnReview(reviewed, french, rows)).toMatchObject({ ok: true, doubted: ['b.send'] });
  expect(returnReview(reviewed, french, [row('b.send')])).toMatchObject({ ok: true, doubted: ['b.send'] });
});

test.each([
  ['key-unknown', row('a.nothing')],
  ['key-unknown', row('a.votes_one')],
  ['french-changed', row('b.send', { french: 'Expédier', reviewed: true })],
  ['text-changed', row('b.send', { text: 'A bila', reviewed: true })],
  ['text-changed', row('b.send', { text: 'A bila', better: 'A lase' })],
  ['text-controls', row('b.send', { better: 'A\u0007 lase' })],
  ['text-controls', row('b.send', { better: 'A \u202elase' })],
  ['braces-stray', row('b.send', { better: 'A {{ lase' })],
  ['placeholders-differ', row('a.hello', { better: 'I ni ce' })],
  ['placeholders-differ', row('b.send', { better: 'A lase {{name}}' })]
])('refuses %s', (reason, wrong) => {
  expect(back(row('a.votes_other', { better: 'Wote {{count}} kɛra' }), wrong)).toEqual({
    ok: false,
    problems: [{ line: 2, reason, value: wrong.key }]
  });
});

it('refuses a key that stands twice, and lets a form spell its number out', () => {
  expect(back(row('b.send'), row('b.send'))).toMatchObject({ ok: false, problems: [{ reason: 'key-repeated' }] });
  expect(back(row('a.votes_other', { better: 'Wote caman' }))).toMatchObject({ ok: true });
});

it('calls a text a draft again once its French says something else', () => {
  const reviewed = { ...catalogue, $reviewed: { 'b.send': markOf('Envoyer'), 'a.hello': markOf('Bonjour {{name}}') } };
  expect(isReviewed(reviewed, french, 'b.send')).toBe(true);
  const changed = { ...french, 'b.send': 'Transmettre' };
  expect(isReviewed(reviewed, changed, 'b.send')).toBe(false);
  expect(reviewedBesideOther(reviewed, changed)).toEqual(['b.send']);
  expect(reviewedIn(reviewed, changed)).toBe(1);
  expect(shares(reviewed, french)).toEqual([
    { family: 'a', all: 2, reviewed: 1 },
    { family: 'b', all: 1, reviewed: 1 }
  ]);
});
