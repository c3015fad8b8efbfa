// Owns the list of pages that a person can reach, found by walking the portal as one: a page that joins later joins here too.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const routes = fileURLToPath(new URL('../../src/routes', import.meta.url));
const parameter = /^\[+(\w+)(?:=\w+)?\]+$/;

/** Every page of the routes, as `/[lang=lang]/communities/[slug]`. */
const patterns: readonly string[] = readdirSync(routes, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('+page.svelte'))
  .map((path) => `/${path.replaceAll('\\', '/').replace(/\/?\+page\.svelte$/, '')}`)
  .sort();

function expressionOf(pattern: string): RegExp {
  const parts = pattern.split('/').map((part) => {
    const name = parameter.exec(part)?.[1];
    if (name === undefined) return part;
    return name === 'lang' ? '[a-z]{2,3}' : '[^/]+';
  });
  return new RegExp(`^${parts.join('/')}$`);
}

type Walk = {
  readonly origin: string;
  readonly lang: string;
  readonly wanted: readonly string[];
  /** Where to begin, and addresses that no page links to at this moment. */
  readonly from: readonly string[];
  readonly follows: (address: string) => boolean;
  readonly cookie?: string;
};

const mostVisited = 1000;

const linksOf = (html: string): readonly string[] =>
  [...html.matchAll(/<a [^>]*href="(\/[^"#]*)"/g)].map(([, link = '']) =>
    // Every page has a form of its own about its words, which is one page all the same.
    link.replaceAll('&amp;', '&').replace(/(\/wording)\?page=.*$/, '$1')
  );

/**
 * Follows links and keeps the first address found for each wanted pattern.
 * @throws naming the pages that no link leads to: nobody could find them either.
 */
async function walk({ origin, lang, wanted, from, follows, cookie }: Walk): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const waiting = [...from];
  const seen = new Set(waiting);
  // A fixed part of an address says more than a parameter: `communities/new` is no community.
  const expressions = wanted
    .map((pattern) => [pattern, expressionOf(pattern)] as const)
    .sort(([one], [other]) => one.split('[').length - other.split('[').length);
  for (let visits = 0; visits < mostVisited && found.size < wanted.length; visits++) {
    const address = waiting.shift();
    if (address === undefined) break;
    const answer = await fetch(origin + address, { headers: cookie ? { cookie } : {}, redirect: 'manual' });
    if (answer.status !== 200) continue;
    const pattern = expressions.find(([, expression]) => expression.test(address.split('?')[0] ?? ''))?.[0];
    if (pattern && !found.has(pattern)) found.set(pattern, address);
    for (const next of linksOf(await answer.text())) {
      if (!next.startsWith(`/${lang}`) || /\.\w+$/.test(next) || !follows(next) || seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  const missing = wanted.filter((pattern) => !found.has(pattern));
  if (missing.length > 0) throw new Error(`No link leads to: ${missing.join(', ')}`);
  return found;
}

const isDesk = (address: string): boolean => address.includes('/desk');

/** A program in the browser: it has a budget and stories of its own. */
const isProgram = (address: string): boolean => address.endsWith('/assembly');

/** A page of the demonstration, for those who work on the portal: no page leads there, and it may be heavy. */
const isShowcase = (pattern: string): boolean => pattern.endsWith('/design');

/** The pages that a visitor can reach, from the home page and the address on a card. */
export const publicPages = (origin: string, lang: string): Promise<ReadonlyMap<string, string>> =>
  walk({
    origin,
    lang,
    wanted: patterns.filter((pattern) => !isDesk(pattern) && !isProgram(pattern) && !isShowcase(pattern)),
    from: [`/${lang}`, '/v'],
    follows: (address) => !isDesk(address)
  });

/** Nobody else gets in there. */
const ofAdministrators = /\/desk\/(administration|stations|voices)/;

/**
 * The desk's pages that somebody who signed in can reach.
 * @param cookie the session; of an administrator, the pages of administrators alone.
 * @param from addresses beside the desk.
 */
export const deskPages = (
  origin: string,
  lang: string,
  { cookie, administers }: { readonly cookie: string; readonly administers: boolean },
  from: readonly string[]
): Promise<ReadonlyMap<string, string>> =>
  walk({
    origin,
    lang,
    wanted: patterns.filter(
      (pattern) => isDesk(pattern) && !pattern.endsWith('/sign-in') && ofAdministrators.test(pattern) === administers
    ),
    from: [`/${lang}/desk`, ...from],
    follows: () => true,
    cookie
  });

/**
 * Everything that links lead a visitor to, pages and files, with what each answers; addresses in `from` too where none does.
 * @param follows the links worth following: a portal's calendar of weeks has no end.
 */
export async function publicAnswers(
  origin: string,
  from: readonly string[],
  follows: (address: string) => boolean
): Promise<ReadonlyMap<string, { readonly status: number; readonly text: string }>> {
  const answers = new Map<string, { readonly status: number; readonly text: string }>();
  const waiting = [...from];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (answers.has(address)) continue;
    if (answers.size >= mostVisited) throw new Error(`More than ${mostVisited} addresses: ${address}`);
    const answer = await fetch(origin + address, { redirect: 'manual' });
    const text = await answer.text();
    answers.set(address, { status: answer.status, text });
    waiting.push(...linksOf(text).filter((link) => !isDesk(link) && follows(link)));
  }
  return answers;
}
