// Owns leaving out of a page what only a script would read, and putting in what it would otherwise ask for: the marks that Svelte sets
// for a program that takes the page over, and the drawings. It refuses to touch a page that has a program.
import type { Handle } from '@sveltejs/kit';
import { withDrawings } from './drawings.ts';

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

const lean = (html: string): string =>
  html.includes(startsScript) || html.includes(startsProgram) ? withoutMarks(html) : withDrawings(withoutMarks(html));

export const leanPages: Handle = ({ event, resolve }) =>
  resolve(event, { transformPageChunk: ({ html }) => lean(html) });
