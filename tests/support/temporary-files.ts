// Owns one folder for all that the tests of a run write beside the project, removed when they end with whatever a killed process
// left in it, and for what they need not make twice.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names the folder of this run in which each scenario is kept as it was seeded, for every portal that starts from it. */
export const seededFolders = 'SIGIDA_TEST_SEEDED';

/** Before the workers of either runner start: they inherit where temporary files go. @returns what removes them. */
export default function keepTogether(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'sigida-tests-'));
  process.env['TMPDIR'] = folder;
  // Each program that a test starts would compile the same files anew.
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
  process.env[seededFolders] = join(folder, 'seeded');
  mkdirSync(join(folder, 'seeded'));
  return () => rmSync(folder, { recursive: true, force: true });
}
