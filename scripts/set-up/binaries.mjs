// Owns knowing which locked binaries for this machine are not there: npm leaves them out when they refuse the Node it runs on.
import { existsSync, readFileSync } from 'node:fs';
import { inProject } from './project.mjs';

/** @typedef {{ optional?: boolean, os?: string | string[], cpu?: string | string[], libc?: string[] }} Locked */
/** @typedef {{ platform: string, arch: string, libc: string }} Machine */

/** @returns {Machine} */
function thisMachine() {
  const { platform, arch } = process;
  if (platform !== 'linux') return { platform, arch, libc: '' };
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return { platform, arch, libc: report.header.glibcVersionRuntime ? 'glibc' : 'musl' };
}

/**
 * @param {Readonly<Record<string, Locked>>} packages of package-lock.json
 * @param {Machine} machine
 */
export const binariesFor = (packages, { platform, arch, libc }) =>
  Object.entries(packages)
    .filter(([, { optional, os, cpu }]) => optional && os?.includes(platform) && cpu?.includes(arch))
    .filter(([, locked]) => !locked.libc || locked.libc.includes(libc))
    .map(([path]) => path);

/** @returns {string[]} folders beneath the project that should be there and are not */
export function missingBinaries() {
  const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));
  return binariesFor(packages, thisMachine()).filter((path) => !existsSync(inProject(path)));
}
