// Lives 500 random histories of 200 steps through a box and a model of it. npm run long:histories [-- COUNT]
import fc from 'fast-check';
import { startProgress } from '../../src/commands/progress.ts';
import { histories, live, stepsPerHistory } from '../../tests/support/box-histories.ts';
import { recordProof } from './proofs.ts';

const goal = 500;
const wanted = Number(process.argv[2] ?? goal);
const progress = startProgress('Living');
let [lived, ballots] = [0, 0];
const outcome = fc.check(
  fc.property(histories, (steps) => {
    ballots += live(steps);
    progress.show(Math.min(++lived, wanted), wanted);
  }),
  { numRuns: wanted }
);
progress.end();
if (outcome.failed) console.error(fc.defaultReportMessage(outcome));
recordProof({
  id: 'R5',
  property: 'random histories of cards made, opening, casting, retrying, closing and restarting, against a small model',
  goal: `${goal} × ${stepsPerHistory} steps`,
  found: `${lived} × ${stepsPerHistory} steps, ${ballots} ballots, ${Number(outcome.failed)} histories in which the box differs`,
  holds: !outcome.failed,
  whole: lived >= goal
});
