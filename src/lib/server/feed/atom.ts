// Owns writing a feed as Atom (RFC 4287). The same entries give the same bytes.

export type AtomFeed = {
  /** Each id begins with `urn:x-sigida:`, and never changes. */
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly updated: string;
  /** Addresses of the feed itself and of the page that it goes with. */
  readonly self: string;
  readonly page: string;
  readonly entries: readonly AtomEntry[];
};

export type AtomEntry = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly published: string;
  readonly updated: string;
  readonly page: string;
};

export function atomOf({ id, title, lang, updated, self, page, entries }: AtomFeed): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(lang)}">`,
    `<id>${escaped(`urn:x-sigida:${id}`)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${escaped(updated)}</updated>`,
    '<author><name>Sigida</name></author>',
    `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    ...entries.flatMap(entryLines),
    '</feed>'
  ];
  return `${lines.join('\n')}\n`;
}

const entryLines = ({ id, title, text, published, updated, page }: AtomEntry): readonly string[] => [
  '<entry>',
  `<id>${escaped(`urn:x-sigida:${id}`)}</id>`,
  `<title>${escaped(title)}</title>`,
  `<published>${escaped(published)}</published>`,
  `<updated>${escaped(updated)}</updated>`,
  `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
  `<content type="text">${escaped(text)}</content>`,
  '</entry>'
];

/** Signs that XML 1.0 forbids even when escaped; one of them makes the whole file unreadable. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string =>
  text.replace(forbidden, '\uFFFD').replace(/[&<>"]/g, (sign) => named[sign] ?? sign);
