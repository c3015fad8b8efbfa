// Kills a process 1,000 times while it records votes. npm run long:voting-kills [-- COUNT]
import { startProgress } from '../../src/commands/progress.ts';
import { killVoting } from '../../tests/support/kill-voting.ts';
import { recordProof } from './proofs.ts';

const goal = 1000;
const wanted = Number(process.argv[2] ?? goal);
const progress = startProgress('Killing');
const found = await killVoting(wanted, 7, (run) => progress.show(run, wanted));
progress.end();
const { kills, acknowledged, lost, doubled, damaged } = found;
recordProof({
  id: 'R1, voting',
  property:
    'kill -9 while votes are recorded; afterwards everybody who was told, and the one who was not, confirm again',
  goal: `${goal} kills, 0 acknowledged votes lost, 0 doubled`,
  found: `${kills} kills, ${acknowledged} votes acknowledged, ${lost} lost, ${doubled} doubled, ${damaged} damaged files`,
  holds: lost + doubled + damaged === 0,
  whole: kills >= goal
});
