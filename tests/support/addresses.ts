// Owns turning a route into an address that names something: a new parameter has to be told here what it stands for.
import type { Side } from './matrix-stand.ts';

type Named = Pick<Side, 'slug' | 'act' | 'station' | 'proposal' | 'event' | 'account' | 'picture'>;

/** What an address has to ask for besides. */
const queries: Readonly<Record<string, (side: Named, slug: string) => string>> = {
  '/feeds/news.atom': (_, slug) => `community=${slug}`,
  '/fr/radio': ({ station }) => `station=${station.slug}`
};

/** @param published the community whose result is out, where the route shows results. @throws at a parameter that nobody knows. */
export function addressOf(route: string, source: string, side: Named, published: string): string {
  const slug = /(result|minutes|record)At\(/.test(source) ? published : side.slug;
  const values: Readonly<Record<string, string>> = {
    '[lang=lang]': 'fr',
    '[[lang=lang]]': 'fr',
    'communities/[slug]': slug,
    'stations/[slug]': side.station.slug,
    'proposals/[id]': side.proposal,
    'acts/[number]': String(side.act),
    'consultations/[number=number]': '1',
    'polls/[poll=number]': '1',
    'events.[format]': 'events.ics',
    'events/[id]': side.event,
    'media/[name]': side.picture,
    'accounts/[id]': side.account,
    'count/[sitting]': '1',
    'void-sitting/[sitting]': '1',
    '[sheet=sheet]': 'tally',
    '[language=lang].csv': 'bm.csv',
    '[language=lang]': 'ses',
    '[label=spoken]': 'recap'
  };
  const parts = route.split('/').slice(1);
  const named = parts.map((part, place) => {
    if (!part.includes('[')) return part;
    const value = values[part] ?? values[`${parts[place - 1] ?? ''}/${part}`];
    if (value === undefined) throw new Error(`Nobody knows what ${part} of ${route} stands for.`);
    return value;
  });
  const path = `/${named.join('/')}`;
  const query = queries[path]?.(side, slug);
  return query ? `${path}?${query}` : path;
}

/** An address may have a query already. @param action `default` posts to the page itself. */
export function postedTo(address: string, action: string): string {
  if (action === 'default') return address;
  return `${address}${address.includes('?') ? '&' : '?'}/${action}`;
}

/** What a page was made of. */
export function dataOf(address: string): string {
  const [path = '', query] = address.split('?');
  return `${path}/__data.json${query ? `?${query}` : ''}`;
}
