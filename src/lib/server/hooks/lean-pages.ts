// Owns leaving out of a page what only a script would read: the marks that Svelte sets for one that takes the page over. It
// refuses to touch a page that has such a script.
import type { Handle } from '@sveltejs/kit';

/** `<!--[-->`, `<!--[-1-->`, `<!--]-->`, `<!---->`, and the hash of what stands in the head. What people write is escaped. */
const marks = /<!--(?:\[!?(?:-?\d+)?|\]|[0-9a-z]+)?-->/g;

/** How Kit starts its script. */
const startsScript = '__sveltekit_';

export const withoutMarks = (html: string): string => (html.includes(startsScript) ? html : html.replace(marks, ''));

export const leanPages: Handle = ({ event, resolve }) =>
  resolve(event, { transformPageChunk: ({ html }) => withoutMarks(html) });
