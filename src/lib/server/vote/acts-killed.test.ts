import { afterAll, expect, test, vi } from 'vitest';
import { prepareKills, type Killed } from '../../../../tests/support/kill-between-files.ts';
import { acts } from '../../../../tests/support/two-files.ts';

/** Of acts killed between their steps; `npm run long:kills` goes to the goal. */
const goal = 1000;
const all: Killed[] = [];

/** Both sides of what can be cut apart: commits, and touches of the box. Of the statements between them every twelfth. */
const isChosen = (name: string, index: number): boolean =>
  /COMMIT| box /.test(name) || name === 'after the answer' || index % 12 === 0;

test.each(acts)('%s, killed between its steps, is never half done', { timeout: 120_000 }, async (act) => {
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const kills = await prepareKills(act);
  const chosen = kills.steps.flatMap((name, index) => (isChosen(name, index) ? [index + 1] : []));
  const killed: Killed[] = [];
  for (const step of chosen) killed.push(await kills.killAt(step));
  kills.remove();
  said.mockRestore();
  all.push(...killed);
  expect(killed.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(killed.filter((one) => !one.killed)).toEqual([]);
  // The judge must see a half done act where there is one, and both ways of ending it must occur.
  expect(killed.filter(({ half }) => half).length).toBeGreaterThan(2);
  expect(killed.filter(({ done }) => done).length).toBeGreaterThan(2);
  expect(killed.filter(({ done }) => !done).length).toBeGreaterThan(2);
});

afterAll(() => {
  const count = (which: (one: Killed) => boolean) => all.filter(which).length;
  console.log(
    `R1, acts on both files: ${all.length} kills (goal ${goal}), ${count(({ half }) => half)} of them between the files; ` +
      `after the next start ${count(({ done }) => done)} done, ${count(({ done }) => !done)} not begun, ` +
      `${count(({ wrong }) => wrong.length > 0)} half done`
  );
  expect(all.length).toBeGreaterThanOrEqual(goal / 50);
});
