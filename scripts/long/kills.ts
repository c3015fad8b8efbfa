// Kills acts on both files 1,000 times: at every step in turn, and every fourth time from outside at a moment drawn by chance.
// Then kills the start after such a kill as often, at every step of it, wherever the act was cut between the files.
// npm run long:kills [-- COUNT]
import { prepareKills, type Killed, type Range } from '../../tests/support/kill-between-files.ts';
import { acts } from '../../tests/support/two-files.ts';
import { startProgress } from '../../src/commands/progress.ts';
import { recordProof } from './proofs.ts';

const goal = Number(process.argv[2] ?? 1000);
/** Longer than any of the acts takes. */
const mostMilliseconds = 60;

const progress = startProgress('Killing');
const wrong: string[] = [];

/** What became of one kind of kill. */
const counter = () => ({ kills: 0, half: 0, done: 0, wrong: 0 });
type Counter = ReturnType<typeof counter>;
const [acting, starting] = [counter(), counter()];

function take(counts: Counter, { killed, half, done, wrong: found }: Killed): void {
  wrong.push(...found);
  if (!killed) return;
  counts.kills += 1;
  counts.half += Number(half);
  counts.done += Number(done);
  counts.wrong += Number(found.length > 0);
  progress.show(Math.min(acting.kills + starting.kills, 2 * goal), 2 * goal);
}

async function killActs(kills: Range, until: number): Promise<void> {
  for (let turn = 0; acting.kills < until; turn++)
    take(
      acting,
      turn % 4 === 3
        ? await kills.killAfter(Math.floor(Math.random() * mostMilliseconds))
        : await kills.killAt((turn % kills.steps.length) + 1)
    );
}

/** Wherever the act was cut, the start is killed at its first step, then wherever it was cut at its second, and so on. */
async function killStarts(kills: Range, until: number): Promise<void> {
  const starts = [];
  for (const step of kills.steps.keys()) starts.push(await kills.startAfter(step + 1));
  const cut = starts.filter((start) => start !== null);
  for (let turn = 0; starting.kills < until; turn++) {
    const start = cut[turn % cut.length];
    const at = Math.floor(turn / cut.length) + 1;
    if (start) take(starting, await start.killAt(((at - 1) % start.steps.length) + 1));
  }
}

/** The lines of the log would drown the figures. */
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
for (const [index, act] of acts.entries()) {
  const kills = await prepareKills(act);
  const until = (goal * (index + 1)) / acts.length;
  await killActs(kills, until);
  await killStarts(kills, until);
  kills.remove();
}
process.stdout.write = write;
progress.end();

const tell = (id: string, property: string, { kills, half, done, wrong: failed }: Counter): void =>
  recordProof({
    id,
    property,
    goal: '1000 kills, 0 acts half done',
    found:
      `${kills} kills, ${half} of them between the files; after the next start ` +
      `${done} done, ${kills - done} not begun, ${failed} half done`,
    holds: failed === 0,
    whole: kills >= 1000
  });
console.log(wrong.join('\n'));
tell('R1, acts', 'kill -9 between the steps of every act on both files', acting);
tell('R1, starts', 'kill -9 of the start after such a kill', starting);
