// Owns documents that a feed's format has to carry whole: what people write, and what files break at.
import type { FeedDocument, FeedItem } from '#lib/server/feed/feed-document.ts';

/** Each with a name for the test. */
export const oddTexts = [
  ['letters of Bambara and Songhai', 'Ɲɔgɔnye ni ŋana: šenni, ẽ, ɛɛɛ'],
  ['what XML escapes', `A < B & "C" > 'd' &amp; &#60;`],
  ['the end of a CDATA section', 'un ]]> deux ]]]]>> trois <![CDATA[x]]>'],
  ['a script', '<script>alert(1)</script> <b onclick="x">'],
  ['lines', 'Venez\ntous\n\nà 16 h'],
  ['other people’s line ends', 'un\r\ndeux\rtrois'],
  ['a formula', '=HYPERLINK("http://x")'],
  ['separators', 'Match; finale, 2e \\ tour\tfin'],
  ['letters from right to left', 'سلام عليكم \u200Fمرحبا'],
  ['signs beyond two bytes', '🥁⚽𝄞 fête 👩🏾‍🌾']
] as const;

/** Signs that no XML may hold; each has to go, and nothing else. */
export const forbiddenSigns = [
  '\u0000',
  '\u0001',
  '\u000B',
  '\u001F',
  '\uFFFE',
  '\uFFFF',
  '\uD800',
  '\uDC00',
  '\uFDD0',
  '\uFDD2'
];

export const item = (over: Partial<FeedItem> = {}): FeedItem => ({
  id: 'event:1',
  title: 'Match des jeunes',
  text: 'Dimanche à 16 h.',
  lang: 'fr',
  published: '2026-07-05T17:00:00Z',
  updated: '2026-07-06T17:00:00Z',
  page: 'http://x/fr/events/1',
  categories: [{ code: 'match', label: 'Match' }],
  enclosure: { url: 'http://x/media/1.mp3?a=1&b=2', bytes: 120_000, type: 'audio/mpeg', seconds: 25 },
  ...over
});

export const feedOf = (items: readonly FeedItem[], over: Partial<FeedDocument> = {}): FeedDocument => ({
  id: 'events',
  title: 'Sigida · Activités',
  lang: 'fr',
  updated: '2026-07-06T17:00:00Z',
  self: 'http://x/feeds/events.rss?kind=match&lang=fr',
  page: 'http://x/fr/events?kind=match',
  items,
  ...over
});
