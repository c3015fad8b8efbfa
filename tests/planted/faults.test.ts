import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './faults.ts';

/** The program itself has no switch for any of this: what is changed is a copy, and its own tests have to say so. */
let copy = '';
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'sigida-planted-'));
  const parts = ['src', 'tests', 'scripts', 'messages', 'drizzle', 'static', 'docs', 'package.json'];
  for (const part of [...parts, 'drizzle.config.ts']) cpSync(part, join(copy, part), { recursive: true });
  // The project's own continues one that Kit makes.
  writeFileSync(join(copy, 'tsconfig.json'), '{}');
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
}, 60_000);

async function passes(tests: readonly string[]): Promise<boolean> {
  const settings = ['--root=.', '--config=tests/planted/vitest.config.ts'];
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...settings, '--bail=1', '--reporter=dot', ...tests];
  const env = { ...process.env, TMPDIR: copy };
  const child = spawn(process.execPath, args, { cwd: copy, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  // A copy that does not run at all has found nothing.
  if (!/Tests .*\d+ (passed|failed)/.test(said)) throw new Error(said.slice(-2000));
  return status === 0;
}

// Else nothing was found but that the copy does not run. Hundreds of flipped bytes are tried beside this one.
test('without a fault they pass', { timeout: 90_000 }, async () => {
  const tests = new Set(faults.flatMap((fault) => fault.tests));
  expect(await passes([...tests, '--testNamePattern=^(?!.*finds one byte)'])).toBe(true);
});

const caught: string[] = [];

test.each(faults)('$what: found', { timeout: 90_000 }, async (fault) => {
  const file = join(copy, fault.file);
  const source = readFileSync(file, 'utf8');
  expect(source.split(fault.from)).toHaveLength(2);
  writeFileSync(
    file,
    source.replace(fault.from, () => fault.to)
  );
  const passed = await passes(fault.tests);
  writeFileSync(file, source);
  if (!passed) caught.push(fault.what);
  expect(passed).toBe(false);
});

afterAll(() => console.log(`R16: ${caught.length} of ${faults.length} planted faults found (goal 12 of 12)`));
