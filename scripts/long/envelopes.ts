// Hands in 10,000 envelopes that somebody changed on their way. npm run long:envelopes [-- COUNT]
import { randomInt } from 'node:crypto';
import { sendMutated } from '../../tests/support/mutated-envelopes.ts';
import { recordProof } from './proofs.ts';

const goal = 10_000;
const wanted = Number(process.argv[2] ?? goal);
const { received, sent } = await sendMutated(wanted, randomInt);
for (const each of received) console.error(each);
recordProof({
  id: 'R9',
  property: 'no envelope that was changed in any way is accepted, its signature and its spelling included',
  goal: `${goal} mutated envelopes, 0 accepted`,
  found: `${wanted} mutated envelopes in ${Object.keys(sent).length} ways, ${received.length} accepted`,
  holds: received.length === 0,
  whole: wanted >= goal
});
