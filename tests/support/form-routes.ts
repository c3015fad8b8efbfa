// Owns the list of everything that can be posted to, read from the routes themselves, so that a new one can not be left out.
import { readFileSync } from 'node:fs';
import { filesUnder } from './project-files.ts';

export type FormRoute = {
  /** As `/[lang=lang]/vote`. */
  readonly route: string;
  /** Names of its actions; `default` for one without a name. */
  readonly actions: readonly string[];
  /** Names that its page and the schemas it imports know: what a form of it could carry. */
  readonly source: string;
};

const actionsOf = (source: string): readonly string[] => {
  const [, body = ''] = /export const actions[^=]*= \{\n([\s\S]*?)\n\};/.exec(source) ?? [];
  return [...body.matchAll(/^ {2}'?([a-z-]+)'?: (?:async )?\(/gim)].map(([, name = '']) => name);
};

/** Every page with actions, in order of its address. */
export const formRoutes: readonly FormRoute[] = filesUnder('src/routes/', /\+page\.server\.ts$/)
  .map((path) => ({ path, source: readFileSync(path, 'utf8') }))
  .filter(({ source }) => source.includes('export const actions'))
  .map(({ path, source }) => ({
    route: path.slice('src/routes'.length, -'/+page.server.ts'.length),
    actions: actionsOf(source),
    source
  }));
