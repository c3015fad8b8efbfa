// Lives 500 assemblies on a phone that fails and stops whenever it likes. npm run long:phones [-- COUNT]
import fc from 'fast-check';
import { startProgress } from '../../src/commands/progress.ts';
import { histories, live } from '../../tests/support/phone-histories.ts';
import { recordProof } from './proofs.ts';

const goal = 500;
const wanted = Number(process.argv[2] ?? goal);
const progress = startProgress('Living');
let [lived, told, cuts, after, torn] = [0, 0, 0, 0, 0];
const property = fc.asyncProperty(histories, async (events) => {
  const one = await live(events);
  told += one.told;
  cuts += one.cuts;
  after += one.recordedAfterCut;
  torn += one.damaged;
  progress.show(Math.min(++lived, wanted), wanted);
});
const outcome = await fc.check(property, { numRuns: wanted });
progress.end();
if (outcome.failed) console.error(fc.defaultReportMessage(outcome));
recordProof({
  id: 'R10, files',
  property: 'a phone whose writes fail, tear and are killed anywhere: the count is what people were told, each once',
  goal: `${goal} assemblies, 0 lost, 0 doubled`,
  found:
    `${lived} assemblies, ${told} votes told, ${after} of them at the next start; ${cuts} stops, ${torn} slots torn; ` +
    `${Number(outcome.failed)} assemblies whose count differs`,
  holds: !outcome.failed,
  whole: lived >= goal
});
