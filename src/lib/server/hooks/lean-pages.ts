// Owns leaving out of a page what only a script would read, and putting in what it would otherwise ask for: the marks that Svelte sets
// for a program that takes the page over, styles that nothing in it has, and the drawings. It refuses to touch a page that has a program.
import { createHash } from 'node:crypto';
import type { Handle } from '@sveltejs/kit';
import { withDrawings } from './drawings.ts';
import { withOwnStyles } from './own-styles.ts';

/** `<!--[-->`, `<!--[-1-->`, `<!--]-->`, `<!---->`, and the hash of what stands in the head. What people write is escaped. */
const marks = /<!--(?:\[!?(?:-?\d+)?|\]|[0-9a-z]+)?-->/g;

/** How Kit starts its script. */
const startsScript = '__sveltekit_';
/** How the assembly's program starts, which draws from the file: a phone keeps that one. */
const startsProgram = '<script type="module"';

/** What Kit leaves of a sheet whose rules stand in the document already: its script would look for it. */
const emptySheets = /\n\t*<link href="[^"]*" rel="stylesheet" disabled media="\(max-width: 0\)">/g;

export const withoutMarks = (html: string): string =>
  html.includes(startsScript) ? html : html.replace(marks, '').replace(emptySheets, '');

/** A tag with all that is quoted in it, and the text after it. */
const tagAndText = /<(\/?[a-z][\w-]*)((?:[^>"]|"[^"]*")*)>([^<]+)/gi;
/** What gives back what it was given, and what is no text. */
const untouched = new Set(['textarea', 'option', 'script', 'style']);

/** So that no line ends with an opening mark, or begins with a closing one: people and sentences write plain spaces there. */
export const withClosedMarks = (html: string): string =>
  html.replace(tagAndText, (all: string, tag: string, attributes: string, said: string) =>
    untouched.has(tag)
      ? all
      : `<${tag}${attributes}>${said.replace(/« /g, '«\u00a0').replace(/ (?=[»:;?!](?:[\s.,)»]|$))/g, '\u00a0')}`
  );

const isTakenOver = (html: string): boolean => html.includes(startsScript) || html.includes(startsProgram);

/** The policy names the styles by their hash, so that no others are heeded. */
const hashed = /'sha256-[^']+'/;
const hashOf = (html: string): string =>
  `'sha256-${createHash('sha256')
    .update(/<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '')
    .digest('base64')}'`;

export const leanPages: Handle = async ({ event, resolve }) => {
  let hash: string | undefined;
  const answer = await resolve(event, {
    transformPageChunk: ({ html }) => {
      if (isTakenOver(html)) return withoutMarks(html);
      const page = withOwnStyles(withDrawings(withClosedMarks(withoutMarks(html))));
      hash = hashOf(page);
      return page;
    }
  });
  const policy = answer.headers.get('content-security-policy');
  // Kit's own, which nobody reads.
  answer.headers.delete('x-sveltekit-page');
  if (policy && hash) answer.headers.set('content-security-policy', policy.replace(hashed, hash));
  return answer;
};
