// Owns one folder for all that the tests of a run write beside the project, removed when they end with whatever a killed process
// left in it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before the workers of either runner start: they inherit where temporary files go. @returns what removes them. */
export default function keepTogether(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'sigida-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
