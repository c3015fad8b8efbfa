// Cuts the power 300 times for each file, and a few times for the control that must lose. npm run long:power [-- COUNT]
import { startProgress } from '../../src/commands/progress.ts';
import { cutThePower } from '../../tests/power/cut-the-power.ts';
import { findCompiler } from '../../tests/power/disk.ts';
import { recordProof } from './proofs.ts';

const goal = 300;
const wanted = Number(process.argv[2] ?? goal);
if (findCompiler() === null) {
  console.error('Skipped: there is no C compiler. On Debian: apt-get install gcc libc6-dev');
  process.exitCode = 1;
} else {
  const property = 'power loss: only fsynced bytes survive';
  for (const [kind, name] of [
    ['box', 'ballots.db'],
    ['portal', 'portal.db']
  ] as const) {
    const progress = startProgress(`Cutting the power of ${name}`);
    const cuts = await cutThePower(kind, wanted, 3, (run) => progress.show(run, wanted));
    progress.end();
    const { acknowledged, lost, damaged, uneven } = cuts;
    recordProof({
      id: `R2, ${name}`,
      property,
      goal: `${goal} runs, 0 lost, 0 corrupt`,
      found: `${cuts.runs} runs, ${acknowledged} acknowledged, ${lost} lost, ${damaged} damaged`,
      holds: lost + damaged + uneven === 0,
      whole: cuts.runs >= goal
    });
  }
  const control = await cutThePower('careless', 10);
  recordProof({
    id: 'R2, control',
    property: 'the same with a WAL database as it opens by itself must lose what it acknowledged',
    goal: 'it fails',
    found: `${control.runs} runs, ${control.acknowledged} acknowledged, ${control.lost} lost`,
    holds: control.lost > 0,
    whole: true
  });
}
