import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { verifier } from './scripts/bundle/verifier.ts';

export default defineConfig({
  plugins: [sveltekit(), verifier()],
  // Native modules and those that find files beside themselves stay outside the bundle.
  ssr: { external: ['better-sqlite3', '@node-rs/argon2', 'sharp'] },
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: ['tests/support/temporary-files.ts'],
    testTimeout: 30_000
  }
});
