// Owns having exactly the locked packages in node_modules. Does nothing when they are there.
import { writeFileSync } from 'node:fs';
import { diskFullSentence, run } from './run.mjs';
import { linkLockedNode } from './node.mjs';
import { fingerprint, inProject, isStamped } from './project.mjs';
import { say, Trouble } from './say.mjs';

const stamp = 'node_modules/.sigida-installed';

// The tools that build the program are needed even where the environment says production.
const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];

/** @returns {Promise<void>} throws a Trouble when npm could not. */
export async function install() {
  const locked = fingerprint(['package-lock.json', '.npmrc']);
  if (isStamped(stamp, locked)) return say('packages', 'up to date');
  say('packages', 'installing what package-lock.json names (about 450 MB on disk, a minute or two)');
  const { status, diskFull } = await runNpm();
  if (diskFull) throw new Trouble(diskFullSentence);
  if (status !== 0) {
    throw new Trouble(
      'The packages could not be installed: what npm said is above. Check the network, then run the same command again.'
    );
  }
  linkLockedNode();
  writeFileSync(inProject(stamp), `${locked}\n`);
}

/** The npm that started this script, when one did: another one may be first on the PATH. */
function runNpm() {
  const npm = process.env['npm_execpath'] ?? '';
  if (/npm-cli\.c?js$/.test(npm)) return run(process.env['npm_node_execpath'] ?? process.execPath, [npm, ...args]);
  return process.platform === 'win32' ? run('npm.cmd', args, { shell: true }) : run('npm', args);
}
