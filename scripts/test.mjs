// Owns `npm test`: every check in named steps. It goes on after a failure, so that one run tells all of them.
// `npm test -- unit` runs that step only.
import { oneCheck } from './checks/counts.mjs';
import { steps } from './checks/steps.mjs';
import { sync } from './set-up/build.mjs';
import { install } from './set-up/install.mjs';
import { findNode } from './set-up/node.mjs';
import { endWith, say, Trouble } from './set-up/say.mjs';

/** @typedef {import('./checks/counts.mjs').Counts} Counts */

/** @param {readonly string[]} asked names of steps; all of them when empty */
function chosenSteps(asked) {
  const unknown = asked.find((name) => !steps.some((step) => step.name === name));
  if (unknown)
    throw new Trouble(`There is no step "${unknown}". The steps are: ${steps.map(({ name }) => name).join(', ')}.`);
  return steps.filter(({ name }) => asked.length === 0 || asked.includes(name));
}

/** What runs at the same time. @param {readonly import('./checks/steps.mjs').Step[]} chosen */
const grouped = (chosen) => {
  const beside = chosen.filter((step) => step.beside);
  const alone = chosen.filter((step) => !step.beside).map((step) => [step]);
  return beside.length > 0 ? [beside, ...alone] : alone;
};

/** @param {import('./checks/steps.mjs').Step} step @param {string} node */
async function timed(step, node) {
  console.log(`\n── ${step.name}: ${step.what} ──`);
  const start = performance.now();
  const counts = await countsOf(step, node);
  return { name: step.name, seconds: (performance.now() - start) / 1000, ...counts };
}

/** A step that could not run has failed; its reason is one sentence. @param {import('./checks/steps.mjs').Step} step @param {string} node */
async function countsOf(step, node) {
  try {
    return await step.run(node);
  } catch (thrown) {
    console.error(thrown instanceof Trouble ? thrown.message : thrown);
    return oneCheck(false);
  }
}

/** @param {readonly (Counts & { name: string, seconds: number })[]} done */
function table(done) {
  const row = (/** @type {readonly string[]} */ [name = '', ...figures]) =>
    name.padEnd(9) + figures.map((figure) => figure.padStart(9)).join('');
  const rows = done.map(({ name, passed, failed, seconds }) =>
    row([name, String(passed), String(failed), `${seconds.toFixed(1)} s`])
  );
  return [row(['step', 'passed', 'failed', 'time']), ...rows].join('\n');
}

await endWith(async () => {
  const chosen = chosenSteps(process.argv.slice(2));
  await install();
  const node = findNode();
  say('sync', 'types and settings of SvelteKit');
  await sync(node);
  const done = [];
  for (const group of grouped(chosen)) done.push(...(await Promise.all(group.map((step) => timed(step, node)))));
  const passed = done.reduce((sum, step) => sum + step.passed, 0);
  const failed = done.reduce((sum, step) => sum + step.failed, 0);
  console.log(`\n${table(done)}\n\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
