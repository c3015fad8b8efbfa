// Owns finding what a source file imports: static, dynamic and type imports, in TypeScript and in Svelte's scripts.
import ts from 'typescript';

const scripts = /<script[^>]*>([\s\S]*?)<\/script>/g;

/** @param path tells whether it is a component. @returns the specifiers as written. */
export function importsOf(path: string, source: string): readonly string[] {
  const code = path.endsWith('.svelte') ? [...source.matchAll(scripts)].map(([, inside]) => inside).join('\n') : source;
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
}
