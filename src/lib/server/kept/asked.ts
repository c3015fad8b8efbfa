// Owns reading whether a request asks for what may be kept, and by which name it is kept. It refuses whoever brings a session.
import type { IncomingMessage } from 'node:http';
import { isScreenFree } from '../http/public-routes.ts';

export type Asked = {
  readonly key: string;
  readonly path: string;
  readonly query: string;
  /** That the address names; null where it names none. */
  readonly lang: string | null;
  /** What the visitor's cookie says of their language. */
  readonly known: string | undefined;
};

type Home = { readonly languages: readonly string[]; readonly sessionCookie: string };

/** Characters: nobody fills the memory with names. */
const longestAddress = 300;
const longestWish = 120;

const cookieOfLanguage = /(?:^|;\s*)lang=([^;]*)/;

export function readAsked(
  { method, url = '', headers }: IncomingMessage,
  { languages, sessionCookie }: Home
): Asked | null {
  if ((method !== 'GET' && method !== 'HEAD') || url.length > longestAddress) return null;
  const cookies = headers.cookie ?? '';
  if (cookies.includes(`${sessionCookie}=`)) return null;
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = mark < 0 ? '' : url.slice(mark + 1);
  const known = cookieOfLanguage.exec(cookies)?.[1];
  const slash = path.indexOf('/', 1);
  const first = path.slice(1, slash < 0 ? undefined : slash);
  const lang = languages.includes(first) ? first : null;
  const wish = lang || isScreenFree(path) ? '' : wishOf(known, headers['accept-language'] ?? '', languages);
  if (wish.length > longestWish) return null;
  return { key: `${headers['save-data'] === 'on' ? 'less' : ''} ${wish} ${url}`, path, query, lang, known };
}

const wishOf = (known: string | undefined, accepted: string, languages: readonly string[]): string =>
  known && languages.includes(known) ? known : `,${accepted}`;
