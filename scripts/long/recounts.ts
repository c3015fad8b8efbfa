// Counts 1,000 random elections in two ways, before and after one byte of a used slot is flipped. npm run long:recounts [-- COUNT]
import fc from 'fast-check';
import { startProgress } from '../../src/commands/progress.ts';
import { elections, recount } from '../../tests/support/random-elections.ts';
import { recordProof } from './proofs.ts';

const goal = 1000;
const wanted = Number(process.argv[2] ?? goal);
const progress = startProgress('Counting');
let [held, ballots, stopped] = [0, 0, 0];
const wrong: string[] = [];
for (const election of fc.sample(elections, wanted)) {
  const found = recount(election);
  wrong.push(...found.wrong);
  ballots += found.ballots;
  stopped += Number(found.stopped > 0);
  progress.show(++held, wanted);
}
progress.end();
console.error(wrong.join('\n'));
recordProof({
  id: 'R14, slots',
  property: 'a box counted in two ways gives the same, and one flipped byte of a used slot is found by both',
  goal: `${goal} elections, ${goal} flips`,
  found:
    `${held} elections of ${ballots} ballots; ${held} flips, ${stopped} ended a count, ${held - stopped} changed its figures; ` +
    `${wrong.length} differences or flips missed`,
  holds: wrong.length === 0,
  whole: held >= goal
});
