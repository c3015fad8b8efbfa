// Owns how the tests run on a copy with a planted fault: without the plugins of the pages, which took longer than the tests did.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['tests/support/temporary-files.ts'],
    isolate: false,
    testTimeout: 30_000
  }
});
