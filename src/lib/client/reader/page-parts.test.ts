import { expect, test } from 'vitest';
import { barOf, filesIn, hasRoom, languageOf, titleOf, withBar, withList } from './page-parts.ts';
import { isFile, isUntouched } from './kept-names.ts';

const page = (inside: string) =>
  `<!doctype html><html lang="bm" dir="ltr"><head><title>Gao &amp; Bourem · Sigida</title>
<link rel="icon" href="/sprite.svg?v=1a2b"><script src="/sigida.js?v=1a2b" data-reader="/reader.js?v=3c" defer></script></head>
<body><main id="main" class="wide">${inside}</main></body></html>`;

test('a page says its language, its title without ours, and the files it needs', () => {
  expect(languageOf(page(''))).toBe('bm');
  expect(titleOf(page(''))).toBe('Gao &amp; Bourem');
  expect(filesIn(page('<section data-later="/propose.js?v=1a2b"></section>'))).toEqual([
    '/sprite.svg?v=1a2b',
    '/sigida.js?v=1a2b',
    '/reader.js?v=3c',
    '/propose.js?v=1a2b'
  ]);
});

test('the bar comes first, and what is in an address stays in it', () => {
  const shown = withBar(page('<h1>Gao</h1>'), barOf('Vu le $& jeudi', 'Encore', '/fr/x?a="&b=<i>'));
  expect(shown).toMatch(/<main id="main" class="wide"><div class="notice warn" role="status">.*Vu le \$& jeudi/);
  expect(shown).toContain('<a href="/fr/x?a=&quot;&amp;b=&lt;i>">Encore</a>');
  expect(shown).toContain('<h1>Gao</h1>');
});

test('sheets for paper have no room for it', () => {
  expect(hasRoom(page(''))).toBe(true);
  expect(hasRoom('<html><body><p>A4</p></body></html>')).toBe(false);
});

test('the list takes the place of what is said of none', () => {
  const empty = page('<div data-seen=""><p>Rien</p></div><p>Fin</p>');
  expect(withList(empty, [])).toBe(empty);
  const shown = withList(empty, [{ address: '/bm/events?a=1&b=2', lang: 'bm', title: 'Gao &lt;', moment: 'A filɛra' }]);
  expect(shown).toContain('<li><a href="/bm/events?a=1&amp;b=2" lang="bm">Gao &lt;</a><br />A filɛra</li>');
  expect(shown).not.toContain('Rien');
  expect(shown).toContain('<p>Fin</p>');
});

test.each(['/v', '/fr/vote', '/fr/vote/practice', '/bm/desk', '/ses/desk/communities/gao', '/fr/assembly/pack'])(
  '%s is never touched',
  (path) => {
    expect(isUntouched(path)).toBe(true);
  }
);
test.each(['/', '/fr', '/fr/communities/vote', '/verify', '/fr/verify'])('%s may be', (path) => {
  expect(isUntouched(path)).toBe(false);
});

test('a file is one of ours by an address with its version', () => {
  const at = (path: string) => isFile(new URL(path, 'https://sigida.example'));
  expect(at('/sprite.svg?v=1')).toBe(true);
  expect(at('/sprite.svg')).toBe(false);
  expect(at('/feeds/spots.rss?v=1')).toBe(false);
});
