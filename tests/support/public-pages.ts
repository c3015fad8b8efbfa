// Owns the list of pages that a visitor can reach, found by walking the portal as one: a page that joins later joins here too.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const routes = fileURLToPath(new URL('../../src/routes', import.meta.url));
const groupOrParameter = /^\[+(\w+)(?:=\w+)?\]+$/;

/** Every page of the routes but the desk's, as `/[lang=lang]/communities/[slug]`. */
export const publicPatterns: readonly string[] = readdirSync(routes, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('+page.svelte') && !path.includes('desk'))
  .map((path) => `/${path.replaceAll('\\', '/').replace(/\/?\+page\.svelte$/, '')}`)
  .sort();

const asExpression = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split('/')
      .map((part) =>
        groupOrParameter.test(part)
          ? part.startsWith('[lang') || part.startsWith('[[lang')
            ? '[a-z]{2,3}'
            : '[^/]+'
          : part
      )
      .join('/')}$`
  );

/** Addresses that no page links to. */
const unlinked = ['/v'];
const mostVisited = 200;

/**
 * Walks from `/{lang}` and keeps the first address found for each pattern.
 * @throws naming the pages that no link leads to: nobody could find them either.
 */
export async function publicPages(origin: string, lang: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const waiting = [`/${lang}`, ...unlinked];
  const seen = new Set(waiting);
  const expressions = publicPatterns.map((pattern) => [pattern, asExpression(pattern)] as const);
  for (let visits = 0; visits < mostVisited && found.size < publicPatterns.length; visits++) {
    const address = waiting.shift();
    if (address === undefined) break;
    const pattern = expressions.find(([, expression]) => expression.test(address.split('?')[0] ?? ''))?.[0];
    if (pattern && !found.has(pattern)) found.set(pattern, address);
    const html = await (await fetch(origin + address)).text();
    for (const [, link = ''] of html.matchAll(/<a [^>]*href="(\/[^"#]*)"/g)) {
      const next = link.replaceAll('&amp;', '&');
      const within = next.startsWith(`/${lang}`) && !next.includes('/desk') && !/\.\w+$/.test(next);
      if (!within || seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  const missing = publicPatterns.filter((pattern) => !found.has(pattern));
  if (missing.length > 0) throw new Error(`No link leads to: ${missing.join(', ')}`);
  return found;
}
