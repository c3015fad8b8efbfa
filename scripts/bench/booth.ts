// Measures how long a voter waits at the booth of an assembly for the next screen, on a page slowed to a sixth and on the same one at
// full speed. npm run bench:booth (on the built program)
//
// From a press to the frame that shows what follows. Not in it: the third of a second in which a new screen takes no tap, so that one
// finger cannot answer twice. The browser slows the page only; the worker that seals and writes goes on at full speed.
import { chromium, type Page } from '@playwright/test';
import { pack } from '../../tests/support/assemblies.ts';
import { standAtBooth } from '../../tests/support/phone-booth.ts';
import { startPortal } from '../../tests/support/server.ts';
import { browserOptions } from '../../playwright.config.ts';

const slowDown = 6;
const projects = ['a', 'b', 'c', 'd', 'e'];
const runs = [
  { rate: 1, voters: 20 },
  { rate: slowDown, voters: 60 }
] as const;

const steps = ['token → first project', 'answer → next screen', 'confirm → merci', 'merci → next voter'] as const;
type Waits = Readonly<Record<string, readonly number[]>>;

/** One voter after another, as a script in the page presses: no clock of ours is between a press and its frame. */
const vote = (page: Page, voters: number): Promise<Waits> =>
  page.evaluate(
    async ({ voters, projects, names }) => {
      const [first, next, thanked, over] = names;
      const waits: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const until = async (selector: string) => {
        for (;;) {
          const found = document.querySelector<HTMLElement>(selector);
          if (found) return found;
          await frame();
        }
      };
      const press = async (step: string, selector: string, then: string) => {
        const button = await until(`${selector}:not(:disabled)`);
        const begun = performance.now();
        button.click();
        await until(then);
        await frame();
        waits[step]?.push(performance.now() - begun);
      };
      for (let voter = 0; voter < voters; voter += 1) {
        // As a screen reader opens it: holding takes a second and a half, however fast the phone is.
        const lock = await until('.hold');
        lock.click();
        lock.click();
        await press(first, `.tokens button:nth-child(${(voter % 4) + 1})`, '.dots li:nth-child(1).now');
        for (let place = 1; place <= projects; place += 1)
          await press(
            next,
            `.answers .${(voter + place) % 3 ? 'yes' : 'no'}`,
            place < projects ? `.dots li:nth-child(${place + 1}).now` : '.rows'
          );
        await press(thanked, 'main .btn', 'section.done');
        await press(over, 'main .btn', '.hold');
      }
      return waits;
    },
    { voters, projects: projects.length, names: steps }
  );

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const portal = await startPortal({ scenario: 'empty' });
const browser = await chromium.launch(browserOptions);
const medians = new Map<string, number>();
try {
  console.log(
    `${'slow-down'.padStart(9)}  ${'wait'.padEnd(24)}${['times', 'median', 'p95', 'worst', 'ratio'].map((name) => name.padStart(10)).join('')}`
  );
  for (const { rate, voters } of runs) {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
    const page = await context.newPage();
    await standAtBooth(page, {
      origin: portal.origin,
      pack: pack({ languages: ['fr'] }, projects),
      present: [15, 15, 15, 15]
    });
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    const waits = await vote(page, voters);
    for (const step of steps) {
      const sorted = (waits[step] ?? []).toSorted((one, other) => one - other);
      const median = at(sorted, 0.5);
      if (rate === 1) medians.set(step, median);
      const times = [median, at(sorted, 0.95), at(sorted, 1)]
        .map((wait) => `${wait.toFixed(0)} ms`.padStart(10))
        .join('');
      const ratio = (median / (medians.get(step) ?? median)).toFixed(1);
      console.log(
        `${`× ${rate}`.padStart(9)}  ${step.padEnd(24)}${String(sorted.length).padStart(10)}${times}${ratio.padStart(10)}`
      );
    }
    await context.close();
  }
} finally {
  await browser.close();
  await portal.stop();
}
