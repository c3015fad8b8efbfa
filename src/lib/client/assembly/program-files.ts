// Owns finding which files of the built program the assembly's page needs, from its document on: a phone keeps those and no other
// page's. It refuses to follow all that the first script names, since that is every page.

/** As they stand in a document, which names them relative to itself. */
const inDocument = /["'(]([^"'()\s]*_app\/immutable\/[^"'()\s]+\.(?:js|css))["')]/g;
/** What a script imports, at once or later, and the workers that it starts. */
const inScript = /["'`](\.{1,2}\/[\w./-]+\.(?:js|css))["'`]/g;
/** What it imports at once. */
const atOnce = /(?:from|import)\s*["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g;

const named = (text: string, pattern: RegExp, address: string): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => new URL(name, address).href))
];

export const filesInDocument = (html: string, address: string): readonly string[] => named(html, inDocument, address);

/** What is shown when something fails: the framework asks for it ahead. */
const errorPage = '1';

/** Layouts and page of a document, by the numbers that the framework gives them. */
export const nodesInDocument = (html: string): readonly string[] => [
  errorPage,
  ...(/node_ids:\s*\[([\d,\s]*)\]/.exec(html)?.[1] ?? '').split(',').map((number) => number.trim())
];

/** @param nodes as of the document: of the first script's pages, only these are followed. */
export function filesInScript(script: string, address: string, nodes: readonly string[]): readonly string[] {
  if (address.endsWith('.css')) return [];
  if (!address.includes('/immutable/entry/')) return named(script, inScript, address);
  const isOurs = (name: string) => nodes.includes(/\/nodes\/(\d+)\./.exec(name)?.[1] ?? 'none');
  return [...named(script, atOnce, address), ...named(script, inScript, address).filter(isOurs)];
}
