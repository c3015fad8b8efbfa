// Owns the address of the same page in another language.
import { isScreenLanguage } from './catalogues.ts';

/** Keeps path and query; addresses without a language (`/`, `/v`) get one in front, and `/v` is the card's page. */
export function pathInLanguage(url: URL, tag: string): string {
  const [, first = '', ...rest] = url.pathname.split('/');
  const path = isScreenLanguage(first) ? rest : [first, ...rest].filter(Boolean);
  const named = path.length === 1 && path[0] === 'v' ? ['vote'] : path;
  return `/${[tag, ...named].join('/')}${withoutActions(url)}`;
}

/** `?/freeze` names a form's action, which a link can not repeat. */
function withoutActions(url: URL): string {
  const kept = [...url.searchParams].filter(([name]) => !name.startsWith('/'));
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}
