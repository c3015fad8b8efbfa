import { describe, expect, test } from 'vitest';
import { readText } from '../support/project-files.ts';

type Locked = {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

const { packages } = JSON.parse(readText('package-lock.json')) as { packages: Readonly<Record<string, Locked>> };
const named = JSON.parse(readText('package.json')) as Readonly<Record<string, Readonly<Record<string, string>>>>;
const installed = Object.entries(packages).filter(([path]) => path !== '');

/** @returns a number that grows with the version; a version before a release counts as the one before it. */
function rank(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.replace(/-.*/, '').split('.').map(Number);
  return (major * 10_000 + minor) * 10_000 + patch - (version.includes('-') ? 1 : 0);
}

test('versions are compared by number', () => {
  expect(rank('5.57.3')).toBeGreaterThan(rank('5.9.8'));
  expect(rank('2.70.4')).toBe(rank('2.70.4'));
  expect(rank('2.70.4-next.1')).toBeLessThan(rank('2.70.4'));
});

test('no address of a registry is locked: each machine asks its own', () => {
  expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
});

test('no package runs a program of its own while it is installed', () =>
  expect(readText('.npmrc').split('\n')).toContain('ignore-scripts=true'));

test('every package is locked with the hash of its content', () => {
  expect(installed.length).toBeGreaterThan(100);
  expect(installed.filter(([, { integrity, link }]) => !integrity && !link).map(([path]) => path)).toEqual([]);
});

/** As Node looks for a package: beside, then in every folder above. */
function isLocked(name: string, from: string): boolean {
  if (packages[`${from ? `${from}/` : ''}node_modules/${name}`]) return true;
  return from !== '' && isLocked(name, from.slice(0, Math.max(from.lastIndexOf('/node_modules/'), 0)));
}

test('packages of other systems are locked too: npm refuses to install from a lockfile without them', () => {
  const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ name, path }))
  );
  expect(wanted.length).toBeGreaterThan(50);
  expect(wanted.filter(({ name, path }) => !isLocked(name, path))).toEqual([]);
});

test('every package that we name is named exactly', () => {
  const wanted = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries(named[kind] ?? {})
  );
  expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

describe('older versions have known holes', () => {
  test.each([
    ['@sveltejs/kit', '2.70.4'],
    ['svelte', '5.55.7'],
    ['devalue', '5.9.3'],
    ['drizzle-orm', '0.45.2'],
    ['sharp', '0.35.4'],
    ['music-metadata', '12.1.0']
  ])('%s is %s or newer, wherever it is nested', (name, floor) => {
    const versions = installed
      .filter(([path]) => path.endsWith(`node_modules/${name}`))
      .map(([, { version = '0.0.0' }]) => version);
    expect(versions.length).toBeGreaterThan(0);
    expect(versions.filter((version) => rank(version) < rank(floor))).toEqual([]);
  });
});
