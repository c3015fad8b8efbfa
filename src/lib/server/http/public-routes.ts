// Owns which routes anybody may keep: they show no card, nobody who signed in and nothing typed. Whatever is not in the list is kept
// by nobody.

const community = '/[lang=lang]/communities/[slug]';
const consultation = `${community}/consultations/[number=number]`;
const poll = `${consultation}/polls/[poll=number]`;

/** Pages, and files about one thing: what they say depends on the address, what is published and the minute. */
const pages: readonly string[] = [
  '/[[lang=lang]]',
  '/[lang=lang]/communities',
  community,
  `${community}/propose`,
  `${community}/proposals/[id]`,
  consultation,
  ...[community, consultation, poll].flatMap((base) =>
    ['result', 'result.csv', 'result.json', 'record.json', 'minutes'].map((last) => `${base}/${last}`)
  ),
  '/[lang=lang]/events',
  '/[lang=lang]/events/[id]',
  '/[lang=lang]/events/[id]/event.ics',
  '/[lang=lang]/offline',
  '/[lang=lang]/privacy',
  '/[lang=lang]/radio',
  '/[lang=lang]/stations',
  '/[lang=lang]/stations/[slug]',
  '/[lang=lang]/stations/[slug]/guide',
  '/[lang=lang]/verify',
  '/[lang=lang]/vote/practice'
];

/** They say when they last changed, which takes a second to be true, and are in the language that the query names. */
const feeds: readonly string[] = ['/feeds/events.[format]', '/feeds/news.atom', '/feeds/spots.rss', '/embed/events'];

export const publicRoutes: readonly string[] = [...pages, ...feeds];

/** Caches keep it and ask each time whether it is still so: their question costs a tag. */
export const publicly = 'public, no-cache';
export const privately = 'private, no-cache';

export const isPublicPage = (route: string | null): boolean => pages.includes(route ?? '');
export const isPublicRoute = (route: string | null): boolean => publicRoutes.includes(route ?? '');
export const isFeed = (route: string): boolean => feeds.includes(route);

/** Addresses of feeds begin so: the visitor's own language changes nothing in them. */
export const isScreenFree = (path: string): boolean => path.startsWith('/feeds/') || path.startsWith('/embed/');

/** What somebody typed or holds: a search, the figures of a sheet of paper. Answers to it are for them alone. */
const ownWords = ['q', 'received', 'told'];
export const asksOwn = (query: URLSearchParams): boolean => ownWords.some((name) => query.has(name));

/** @param languages of the screens. @returns the route that a path belongs to, null where nobody may keep it. */
export function routeFinder(languages: readonly string[]): (path: string) => string | null {
  const lang = `(?:${languages.join('|')})`;
  const forms = publicRoutes.map((route) => {
    const form = route
      .replaceAll('.', '\\.')
      .replace('/[[lang=lang]]', `/?${lang}?`)
      .replace('[lang=lang]', lang)
      .replaceAll(/\[\w+=number\]/g, '[1-9]\\d{0,3}')
      .replaceAll(/\[(?:slug|id|format)\]/g, '[^/]+');
    return [route, new RegExp(`^${form}$`)] as const;
  });
  return (path) => forms.find(([, form]) => form.test(path))?.[0] ?? null;
}
