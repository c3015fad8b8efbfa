// Owns handing a module to the bundler that no file holds.
import type { Plugin } from 'vite';

export const given = (id: string, content: () => string | Promise<string>): Plugin => ({
  name: id,
  enforce: 'pre',
  resolveId: (asked) => (asked === id ? `\0${id}` : null),
  load: (asked) => (asked === `\0${id}` ? content() : null)
});
