import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
const config = {
  kit: {
    adapter: adapter({ out: 'build', precompress: true }),
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
