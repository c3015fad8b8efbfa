// Owns which Node runs the project: the locked one of node_modules, else the one running now when it is new enough.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { Trouble } from './say.mjs';
import { inProject } from './project.mjs';

/** From here on Node reads TypeScript without a flag, and the database's binary loads. */
const oldest = { major: 22, minor: 18 };

const platform = process.platform === 'win32' ? 'win' : process.platform;
const file = process.platform === 'win32' ? 'node.exe' : 'node';
/** The locked Node of this machine, as a package and the program in it. */
export const packagedNode = { name: `node-${platform}-${process.arch}`, program: `bin/${file}` };
const packaged = `node_modules/${packagedNode.name}/${packagedNode.program}`;
const linked = `node_modules/.bin/${file}`;

/** @param {string} version such as v24.21.0 */
export function isUsable(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  // Node 23 learnt it in its sixth minor version.
  if (major === 23) return minor >= 6;
  return major > oldest.major || (major === oldest.major && minor >= oldest.minor);
}

/** A binary for another C library is there and does not run. @param {string} path @returns {string} '' when it does not */
export function versionOf(path) {
  if (!existsSync(path)) return '';
  const asked = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.trim() : '';
}

/** @returns {string | undefined} the Node of node_modules, when it is there and runs on this machine. */
export const lockedNode = () => [linked, packaged].map(inProject).find((path) => isUsable(versionOf(path)));

/** @returns {string} the path of a usable Node; throws a Trouble when there is none. */
export function findNode() {
  const locked = lockedNode();
  if (locked) return locked;
  if (isUsable(process.version)) return process.execPath;
  throw new Trouble(
    `Sigida needs Node ${oldest.major}.${oldest.minor} or newer (best: 24). This is Node ${process.version.slice(1)}, and the project ships none for ` +
      `${process.platform} ${process.arch}. Install Node 24 and run the same command again.`
  );
}

/** npm 9 and 10 leave the locked Node out of `.bin`, where npm scripts look first. */
export function linkLockedNode() {
  if (process.platform === 'win32' || existsSync(inProject(linked)) || !existsSync(inProject(packaged))) return;
  mkdirSync(inProject('node_modules/.bin'), { recursive: true });
  symlinkSync(`../${packagedNode.name}/bin/node`, inProject(linked));
}
