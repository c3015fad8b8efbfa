import { afterAll, expect, test, vi } from 'vitest';
import { prepareKills, type Killed, type Range } from '../../../../tests/support/kill-between-files.ts';
import { acts, type Act } from '../../../../tests/support/two-files.ts';

/** Of acts killed between their steps; `npm run long:kills` goes to the goal. */
const goal = 1000;
const all: Killed[] = [];
/** Of starts after such a kill, killed themselves. */
const allStarts: Killed[] = [];

/** Once the program means to do these it does, at this start or the next: nobody has to press a button again. */
const onlyForward: readonly Act[] = ['void-sitting', 'wipe'];

/** Both sides of what can be cut apart: commits, and touches of the box. */
const isCut = (name: string): boolean => /COMMIT| box /.test(name);
/** Of the statements between them every twelfth; of a wipe, which has few between the files, every fourth. */
const isChosen = (act: Act, name: string, index: number): boolean =>
  isCut(name) || name === 'after the answer' || index % (act === 'wipe' ? 4 : 12) === 0;

/** After the first kill between the files the start withdraws, after the last one it completes. */
async function killStarts(kills: Range, halves: readonly number[]): Promise<readonly Killed[]> {
  const killed: Killed[] = [];
  for (const half of [halves.at(0), halves.at(-1)]) {
    const start = await kills.startAfter(half ?? 0);
    for (const [index, name] of start?.steps.entries() ?? [])
      if (start && isCut(name)) killed.push(await start.killAt(index + 1));
  }
  return killed;
}

test.each(acts)('%s, killed between its steps, is never half done', { timeout: 120_000 }, async (act) => {
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const kills = await prepareKills(act);
  const chosen = kills.steps.flatMap((name, index) => (isChosen(act, name, index) ? [index + 1] : []));
  const killed: Killed[] = [];
  for (const step of chosen) killed.push(await kills.killAt(step));
  const halves = chosen.filter((_, index) => killed[index]?.half);
  const starts = await killStarts(kills, halves);
  kills.remove();
  said.mockRestore();
  all.push(...killed);
  allStarts.push(...starts);
  expect(starts.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(starts.filter((one) => !one.killed)).toEqual([]);
  const ends = onlyForward.includes(act) ? [true] : [true, false];
  expect(new Set(starts.map(({ done }) => done))).toEqual(new Set(ends));
  expect(killed.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(killed.filter((one) => !one.killed)).toEqual([]);
  // The judge must see a half done act where there is one, and both ways of ending it must occur.
  expect(killed.filter(({ half }) => half).length).toBeGreaterThan(2);
  expect(killed.filter(({ done }) => done).length).toBeGreaterThan(2);
  expect(killed.filter(({ done }) => !done).length).toBeGreaterThan(act === 'wipe' ? -1 : 2);
});

function tell(what: string, kills: readonly Killed[]): void {
  const count = (which: (one: Killed) => boolean) => kills.filter(which).length;
  console.log(
    `R1, ${what}: ${kills.length} kills (goal ${goal}), ${count(({ half }) => half)} of them between the files; ` +
      `after the next start ${count(({ done }) => done)} done, ${count(({ done }) => !done)} not begun, ` +
      `${count(({ wrong }) => wrong.length > 0)} half done`
  );
  expect(kills.length).toBeGreaterThanOrEqual(goal / 50);
}

afterAll(() => {
  tell('acts on both files', all);
  tell('the start after them', allStarts);
});
