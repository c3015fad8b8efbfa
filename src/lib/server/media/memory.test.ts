import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pictures, type Sent } from '../../../../tests/support/uploads/pictures.ts';
import { voices } from '../../../../tests/support/uploads/voices.ts';

/** At the peak, of the whole process over the whole set: Node, libraries, decoded pixels. Few servers here have two gigabytes. */
const mostMegabytes = 340;

/** Without a bound of its own JavaScript's heap grows by what is there, and hides what the decoders take. */
const smallHeap = ['--max-old-space-size=96', '--max-semi-space-size=2'];

type Told = { readonly became: Readonly<Record<string, string | null>>; readonly megabytes: number };

function write(folder: string, sent: readonly Sent[]): string {
  mkdirSync(folder);
  for (const { name, bytes } of sent) writeFileSync(join(folder, name), bytes);
  return folder;
}

it(`takes in the whole set in ${mostMegabytes} MB of memory`, async () => {
  const data = mkdtempSync(join(tmpdir(), 'sigida-memory-'));
  try {
    const all = [await pictures(), voices()] as const;
    const folders = all.map((sent, order) => write(join(data, String(order)), sent));
    const said = execFileSync(
      process.execPath,
      [...smallHeap, '--disable-warning=ExperimentalWarning', 'tests/support/uploads/child.ts', ...folders, data],
      { encoding: 'utf8' }
    );
    const { became, megabytes } = JSON.parse(said) as Told;
    expect(became).toEqual(Object.fromEntries(all.flat().map(({ name, refused }) => [name, refused])));
    expect(megabytes).toBeGreaterThan(30);
    expect(megabytes).toBeLessThan(mostMegabytes);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}, 120_000);
