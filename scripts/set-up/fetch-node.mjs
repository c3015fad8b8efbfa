// Owns fetching the locked Node alone, where npm runs on one that is too old for the rest: an npm that runs on the right one
// installs everything in one go, instead of leaving half of it out and starting anew.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isUsable, packagedNode, versionOf } from './node.mjs';
import { npmCi } from './npm.mjs';
import { inProject } from './project.mjs';

/** @typedef {{ lockfileVersion: number, packages: Readonly<Record<string, { version?: string }>> }} Lockfile */

/**
 * What npm needs to install this one package, with the hash that is locked for it.
 * @param {Lockfile} lockfile
 * @param {string} name of the package
 * @returns nothing when it is not locked
 */
export function aloneIn({ lockfileVersion, packages }, name) {
  const path = `node_modules/${name}`;
  const locked = packages[path];
  if (!locked?.version) return undefined;
  const manifest = { name: 'sigida-node', version: '0.0.0', optionalDependencies: { [name]: locked.version } };
  return {
    manifest,
    lockfile: { ...manifest, lockfileVersion, requires: true, packages: { '': manifest, [path]: locked } }
  };
}

/**
 * @template Done
 * @param {(node: string) => Promise<Done>} use gets the path of the locked Node, which is gone afterwards
 * @returns {Promise<Done | undefined>} nothing when it could not be fetched: the caller goes on as it can
 */
export async function withFetchedNode(use) {
  const { name, program } = packagedNode;
  const alone = aloneIn(JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')), name);
  if (!alone) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'sigida-node-'));
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify(alone.manifest));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(alone.lockfile));
    copyFileSync(inProject('.npmrc'), join(folder, '.npmrc'));
    const { status } = await npmCi({ folder });
    const node = join(folder, 'node_modules', name, program);
    return status === 0 && isUsable(versionOf(node)) ? await use(node) : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
