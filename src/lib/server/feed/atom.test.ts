import { expect, it } from 'vitest';
import { atomOf } from './atom.ts';

const entry = {
  id: 'forgho:1:1:result',
  title: 'Puits & école',
  text: 'A < B\n"C"',
  published: '2026-07-05T17:00:00Z',
  updated: '2026-07-06T17:00:00Z',
  page: 'http://x/fr/communities/forgho'
};
const feed = (over: Partial<typeof entry> = {}) =>
  atomOf({
    id: 'forgho:news',
    title: 'Nouvelles',
    lang: 'fr',
    updated: entry.updated,
    self: 'http://x/feeds/news.atom?community=forgho&lang=fr',
    page: entry.page,
    entries: [{ ...entry, ...over }]
  });

it('names itself, its language and its page, and escapes what people wrote', () => {
  const text = feed();
  expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">');
  expect(text).toContain('href="http://x/feeds/news.atom?community=forgho&amp;lang=fr"');
  expect(text).toContain('<id>urn:x-sigida:forgho:1:1:result</id>');
  expect(text).toContain('<title>Puits &amp; école</title>');
  expect(text).toContain('<content type="text">A &lt; B\n&quot;C&quot;</content>');
});

it('has the same bytes for the same entries', () => {
  expect(feed()).toBe(feed());
});

it.each(['\u0000', '\u001F', '\u{FFFE}', '\uD800'])('holds no sign that makes a reader refuse the file: %j', (sign) => {
  expect(feed({ text: `a${sign}b` })).toContain('a\uFFFDb');
});
