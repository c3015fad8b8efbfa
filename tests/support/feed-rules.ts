// Owns the public rules that a feed has to keep: RSS 2.0, RFC 4287, what podcast directories ask for, and what radios' programs take.
import { all, one, textOf, xmlTree, type Node } from './xml-tree.ts';

const atom = (name: string): string => `{http://www.w3.org/2005/Atom}${name}`;
const itunes = (name: string): string => `{http://www.itunes.com/dtds/podcast-1.0.dtd}${name}`;

/** RFC 822 with the four digits of RSS 2.0, whose weekday is the day's own. */
function isRfc822(text: string): boolean {
  const form = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})$/;
  const moment = Date.parse(text);
  return form.test(text) && !Number.isNaN(moment) && new Date(moment).toUTCString().slice(0, 3) === text.slice(0, 3);
}

const isRfc3339 = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text));

const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s]+$/.test(text) && URL.canParse(text);
const isLanguage = (text: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text);
const isTidy = (text: string): boolean => text !== '' && text.trim() === text;

/** @returns what is broken, each once; nothing of a good one. */
type Rule = readonly [what: string, holds: boolean];
const broken = (rules: readonly Rule[]): readonly string[] => [
  ...new Set(rules.filter(([, holds]) => !holds).map(([what]) => what))
];
const areUnique = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;

export const brokenInRss = (xml: string): readonly string[] => broken(rssRules(xmlTree(xml)));
export const brokenInAtom = (xml: string): readonly string[] => broken(atomRules(xmlTree(xml)));
export const brokenInPodcast = (xml: string): readonly string[] => {
  const root = xmlTree(xml);
  return broken([...rssRules(root), ...podcastRules(root)]);
};

function rssRules(root: Node): readonly Rule[] {
  const channel = one(root, 'channel') ?? root;
  const items = all(channel, 'item');
  const self = all(channel, atom('link')).filter(({ attributes }) => attributes.rel === 'self');
  return [
    ['rss version', root.name === 'rss' && root.attributes.version === '2.0'],
    ['one channel', all(root, 'channel').length === 1],
    ...['title', 'link', 'description'].map((name): Rule => [
      `channel ${name}`,
      all(channel, name).length === 1 && isTidy(textOf(channel, name))
    ]),
    ['channel link', isWebAddress(textOf(channel, 'link'))],
    ['channel language', isLanguage(textOf(channel, 'language'))],
    ['channel ttl', /^\d+$/.test(textOf(channel, 'ttl'))],
    ['channel date', isRfc822(textOf(channel, 'lastBuildDate'))],
    ['channel self', self.length === 1 && self.every(({ attributes }) => isWebAddress(attributes.href ?? ''))],
    ['unique guid', areUnique(items.map((item) => textOf(item, 'guid')))],
    ...items.flatMap((item): readonly Rule[] => [
      ['item title', isTidy(textOf(item, 'title'))],
      ['item link', isWebAddress(textOf(item, 'link'))],
      ['item guid', isTidy(textOf(item, 'guid'))],
      ['item guid is no address', one(item, 'guid')?.attributes.isPermaLink === 'false'],
      ['item date', all(item, 'pubDate').length === 1 && isRfc822(textOf(item, 'pubDate'))],
      ['no marks in a text', !/<[a-z/!]/i.test(textOf(item, 'description'))],
      ['one enclosure', all(item, 'enclosure').length <= 1],
      ...all(item, 'enclosure').map(({ attributes }): Rule => ['enclosure', isEnclosure(attributes)])
    ])
  ];
}

const isEnclosure = ({ url = '', length = '', type = '' }: Node['attributes']): boolean =>
  isWebAddress(url) && /^[1-9]\d*$/.test(length) && /^[a-z]+\/[a-z0-9.+-]+$/.test(type);

/** Programs take an address that ends as the file does, and only what is newer than what they have. */
function podcastRules(root: Node): readonly Rule[] {
  const channel = one(root, 'channel') ?? root;
  const items = all(channel, 'item');
  const dates = items.map((item) => Date.parse(textOf(item, 'pubDate')));
  const endings: Readonly<Record<string, string>> = { 'audio/mpeg': '.mp3', 'audio/ogg': '.ogg' };
  return [
    ['podcast author', isTidy(textOf(channel, itunes('author')))],
    ['podcast explicit', /^(yes|no|true|false|clean)$/.test(textOf(channel, itunes('explicit')))],
    ['podcast category', isTidy(one(channel, itunes('category'))?.attributes.text ?? '')],
    ['newest first', dates.every((date, place) => place === 0 || date <= (dates[place - 1] ?? 0))],
    ...items.flatMap((item): readonly Rule[] => {
      const { url = '', type = '' } = one(item, 'enclosure')?.attributes ?? {};
      return [
        ['an audio enclosure in each', all(item, 'enclosure').length === 1 && type.startsWith('audio/')],
        ['the ending of the file', new URL(url, 'http://x/').pathname.endsWith(endings[type] ?? 'nothing')],
        ['duration', /^[1-9]\d*$/.test(textOf(item, itunes('duration')))]
      ];
    })
  ];
}

function atomRules(root: Node): readonly Rule[] {
  const entries = all(root, atom('entry'));
  return [
    ['feed element', root.name === atom('feed')],
    ...elementRules('feed', root),
    ['feed self', linksOf(root, 'self').length === 1],
    ['author', all(root, atom('author')).length > 0 || entries.every((entry) => all(entry, atom('author')).length > 0)],
    ['unique id', areUnique(entries.map((entry) => textOf(entry, atom('id'))))],
    ...entries.flatMap((entry): readonly Rule[] => [
      ...elementRules('entry', entry),
      ['published', isRfc3339(textOf(entry, atom('published')))],
      ['plain text', one(entry, atom('content'))?.attributes.type === 'text'],
      ['category', all(entry, atom('category')).every(({ attributes }) => isTidy(attributes.term ?? ''))]
    ])
  ];
}

/** What a feed and each of its entries must have. */
const elementRules = (of: string, node: Node): readonly Rule[] => [
  [`${of} id`, all(node, atom('id')).length === 1 && /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(textOf(node, atom('id')))],
  [`${of} title`, all(node, atom('title')).length === 1 && isTidy(textOf(node, atom('title')))],
  [`${of} updated`, all(node, atom('updated')).length === 1 && isRfc3339(textOf(node, atom('updated')))],
  [`${of} language`, isLanguage(node.attributes['xml:lang'] ?? '')],
  [`${of} page`, linksOf(node, 'alternate').length === 1],
  [`${of} links`, all(node, atom('link')).every(({ attributes }) => isWebAddress(attributes.href ?? ''))]
];

const linksOf = (node: Node, rel: string): readonly Node[] =>
  all(node, atom('link')).filter(({ attributes }) => (attributes.rel ?? 'alternate') === rel);
