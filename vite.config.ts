import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { assembly } from './scripts/bundle/assembly.ts';
import { commandLine, withMachineCode } from './scripts/bundle/program.ts';
import { reader } from './scripts/bundle/reader.ts';
import { verifier } from './scripts/bundle/verifier.ts';

export default defineConfig({
  plugins: [sveltekit(), commandLine(), verifier(), assembly(), reader()],
  // Native modules and those that find files beside themselves stay outside the bundle.
  // Read when it is needed, instead of being built up letter by letter at each start.
  json: { stringify: true },
  ssr: { external: withMachineCode },
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: ['tests/support/temporary-files.ts'],
    // Every core: left alone, the runner keeps one free, which is half of what a small machine has.
    maxWorkers: '100%',
    // A worker goes on from file to file: loading the databases and drawing libraries anew for each took longer than most tests.
    // So a test undoes whatever it changes outside itself.
    isolate: false,
    testTimeout: 30_000
  }
});
