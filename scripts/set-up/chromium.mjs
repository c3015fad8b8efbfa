// Owns having a browser for the stories: one that is there, or Debian's own where we may install it. It downloads none itself.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diskFullSentence, run } from './run.mjs';
import { endWith, say, Trouble } from './say.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe'];

const usualPlaces = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/** DejaVu is the smallest of Debian's font packages with ɛ ɔ ɲ ŋ in it (1 MB against 12 MB for Noto). */
const packages = ['chromium', 'fonts-dejavu-core'];
const byHand = `apt-get install --no-install-recommends ${packages.join(' ')}`;

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {NodeJS.ProcessEnv} [env] @returns {string | undefined} the path of a browser; never installs one. */
export function findChromium(env = process.env) {
  const named = env['CHROMIUM'];
  if (named) return isProgram(named) ? named : undefined;
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...usualPlaces, ...onPath].find(isProgram);
}

/** @returns {Promise<string>} the path of a browser; throws a Trouble that says what to type when there is none. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const named = process.env['CHROMIUM'];
  if (named) throw new Trouble(`CHROMIUM names ${named}, which is not a program that can be run.`);
  const onDebian = existsSync('/etc/debian_version') && isProgram('/usr/bin/apt-get');
  if (onDebian && process.getuid?.() === 0) return installChromium();
  throw new Trouble(
    onDebian
      ? `The stories need a browser. Type: sudo apt-get update && sudo ${byHand}`
      : 'The stories need a browser. Install Chromium or Chrome, or name one: CHROMIUM=/path/to/chromium npm test'
  );
}

async function installChromium() {
  say('browser', `installing ${packages.join(' and ')} (about 80 MB to fetch)`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const updated = await run('apt-get', ['update', '-qq'], { env });
  const installed = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
  const found = findChromium();
  if (found) return found;
  if (updated.diskFull || installed.diskFull) throw new Trouble(diskFullSentence);
  throw new Trouble(`The browser could not be installed: the reason is above. By hand: apt-get update && ${byHand}`);
}

// Run by itself it prints the path, for a person who starts the stories by hand.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await endWith(async () => {
    console.log(await ensureChromium());
    return 0;
  });
}
