// Kills acts on both files 1,000 times: at every step in turn, and every fourth time from outside at a moment drawn by chance.
// npm run long:kills [-- COUNT]
import { prepareKills, type Killed } from '../../tests/support/kill-between-files.ts';
import { acts } from '../../tests/support/two-files.ts';
import { startProgress } from '../../src/commands/progress.ts';

const goal = Number(process.argv[2] ?? 1000);
/** Longer than any of the acts takes. */
const mostMilliseconds = 60;

const progress = startProgress('Killing acts');
const counts = { kills: 0, half: 0, done: 0 };
const wrong: string[] = [];

function take({ killed, half, done, wrong: found }: Killed): void {
  wrong.push(...found);
  if (!killed) return;
  counts.kills += 1;
  counts.half += Number(half);
  counts.done += Number(done);
  progress.show(Math.min(counts.kills, goal), goal);
}

/** The lines of the log would drown the figures. */
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
for (const [index, act] of acts.entries()) {
  const kills = await prepareKills(act);
  const until = (goal * (index + 1)) / acts.length;
  for (let turn = 0; counts.kills < until; turn++)
    take(
      turn % 4 === 3
        ? await kills.killAfter(Math.floor(Math.random() * mostMilliseconds))
        : await kills.killAt((turn % kills.steps.length) + 1)
    );
  kills.remove();
}
process.stdout.write = write;
progress.end();

const { kills, half, done } = counts;
console.log(wrong.join('\n'));
console.log(
  `R1, acts on both files: ${kills} kills (goal 1000), ${half} of them between the files; after the next start ` +
    `${done} done, ${kills - done} not begun, ${wrong.length} half done`
);
process.exitCode = wrong.length > 0 ? 1 : 0;
