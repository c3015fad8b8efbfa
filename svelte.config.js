import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from './scripts/bundle/program.ts';

/**
 * The drawings and the script have this in their address: it changes when they do, and only then.
 * @param {string} folder
 */
const contentOf = (folder) =>
  readdirSync(folder)
    .sort()
    .reduce((hash, name) => hash.update(name).update(readFileSync(join(folder, name))), createHash('sha256'))
    .digest('hex')
    .slice(0, 8);

/** @type {import('@sveltejs/kit').Config} */
const config = {
  kit: {
    version: { name: contentOf('static') },
    // The assembly's page registers it, once a phone prepares for a vote: nobody else downloads anything for it.
    serviceWorker: { register: false },
    adapter: program(),
    // Every style travels inside the document: a second stylesheet would cost 2G a round trip before first paint.
    inlineStyleThreshold: Infinity,
    // Kit's own check skips JSON and refuses old browsers; hooks/origin.ts checks every unsafe request instead.
    csrf: { trustedOrigins: ['*'] },
    csp: {
      // Hashes, not nonces: the same page keeps the same bytes and ETag.
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self'],
        'img-src': ['self'],
        'media-src': ['self'],
        'connect-src': ['self'],
        'manifest-src': ['self'],
        'worker-src': ['self'],
        'form-action': ['self'],
        'base-uri': ['none'],
        'frame-ancestors': ['none']
      }
    },
    typescript: {
      config: (tsconfig) => ({
        ...tsconfig,
        include: [...tsconfig.include, '../scripts/**/*.ts', '../tests/**/*.ts', '../*.config.ts', '../*.config.js']
      })
    }
  },
  compilerOptions: { runes: true }
};

export default config;
