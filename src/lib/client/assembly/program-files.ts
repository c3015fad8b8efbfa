// Owns finding which files of the built program the assembly's page needs, from its document on: a phone keeps those and no other
// page's. It refuses to follow the scripts that start the program, since they name those of every page.

/** As they stand in a document, which names them relative to itself. */
const inDocument = /["'(]([^"'()\s]*_app\/immutable\/[^"'()\s]+\.(?:js|css))["')]/g;
/** What a script imports, at once or later, and the workers that it starts. */
const inScript = /["'`](\.{1,2}\/[\w./-]+\.(?:js|css))["'`]/g;

const startsAnyPage = (address: string): boolean => address.includes('/immutable/entry/') || address.endsWith('.css');

const named = (text: string, pattern: RegExp, address: string): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => new URL(name, address).href))
];

export const filesInDocument = (html: string, address: string): readonly string[] => named(html, inDocument, address);

export const filesInScript = (script: string, address: string): readonly string[] =>
  startsAnyPage(address) ? [] : named(script, inScript, address);
