// Owns having exactly the locked packages in node_modules. Does nothing when they are there.
import { writeFileSync } from 'node:fs';
import { diskFullSentence } from './run.mjs';
import { withFetchedNode } from './fetch-node.mjs';
import { isUsable, linkLockedNode, lockedNode } from './node.mjs';
import { missingBinaries } from './binaries.mjs';
import { npmCi } from './npm.mjs';
import { fingerprint, inProject, isStamped } from './project.mjs';
import { say, Trouble } from './say.mjs';

const stamp = 'node_modules/.sigida-installed';

/** @returns {Promise<void>} throws a Trouble when npm could not. */
export async function install() {
  const locked = fingerprint(['package-lock.json', '.npmrc']);
  if (isStamped(stamp, locked)) return say('packages', 'up to date');
  say('packages', 'installing what package-lock.json names (about 450 MB on disk, a minute or two)');
  await must(fittingInstall());
  const node = lockedNode();
  if (node && missingBinaries().length > 0) {
    say(
      'packages',
      `once more with the Node that came along: npm left out what does not fit Node ${process.version.slice(1)}`
    );
    await must(npmCi({ node }));
  }
  linkLockedNode();
  writeFileSync(inProject(stamp), `${locked}\n`);
}

/** npm leaves out what does not fit the Node it runs on: where that is too old, the right one comes first, by itself. */
async function fittingInstall() {
  if (isUsable(process.version)) return npmCi();
  say('packages', `first Node alone, since this is Node ${process.version.slice(1)}`);
  return (await withFetchedNode((node) => npmCi({ node }))) ?? npmCi();
}

/** @param {Promise<import('./run.mjs').Ran>} installing */
async function must(installing) {
  const { status, diskFull } = await installing;
  if (diskFull) throw new Trouble(diskFullSentence);
  if (status === 0) return;
  throw new Trouble(
    'The packages could not be installed: what npm said is above. Check the network, then run the same command again.'
  );
}
