// Owns having the program built from the sources as they are now. Does nothing when it is.
import { rmSync, writeFileSync } from 'node:fs';
import { diskFullSentence, runTool } from './run.mjs';
import { fingerprint, inProject, isStamped } from './project.mjs';
import { say, Trouble } from './say.mjs';

const stamp = 'build/.stamp';

const sources = [
  'src',
  'static',
  'messages',
  'drizzle',
  'scripts/bundle',
  'scripts/seeds',
  'svelte.config.js',
  'vite.config.ts',
  'package.json',
  'package-lock.json'
];

/** Kit's own types and settings, which the checks and the build read. @param {string} node */
export const sync = (node) => runTool(node, '@sveltejs/kit', ['sync'], { program: 'svelte-kit', quiet: true });

/** @param {string} node @returns {Promise<void>} throws a Trouble when the build failed. */
export async function build(node) {
  const now = fingerprint(sources);
  if (isStamped(stamp, now)) return say('build', 'up to date');
  say('build', 'building the program (about half a minute)');
  // A build that is cut off must not look finished.
  rmSync(inProject(stamp), { force: true });
  const synced = await sync(node);
  const built = synced.status === 0 ? await runTool(node, 'vite', ['build'], { quiet: true }) : synced;
  if (built.diskFull) throw new Trouble(diskFullSentence);
  if (built.status !== 0) throw new Trouble('The program could not be built: the reason is above.');
  writeFileSync(inProject(stamp), `${now}\n`);
}
