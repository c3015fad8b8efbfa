// Hands in the envelopes of 200 votes on two phones over a network that loses, doubles and delays. npm run long:envelope-replies [-- COUNT]
import { randomInt } from 'node:crypto';
import { loseReplies } from '../../tests/support/envelope-replies.ts';
import { recordProof } from './proofs.ts';

const goal = 200;
const wanted = Number(process.argv[2] ?? goal);
const { wrong, lost, unanswered, doubled, late } = await loseReplies(wanted, (below) => randomInt(below));
for (const each of wrong) console.error(each);
recordProof({
  id: 'R10, handing in',
  property:
    'what phones send is counted once and answered with the same bytes, however it is lost, doubled, late or unanswered',
  goal: `${goal} votes on two phones, 0 envelopes lost or counted twice, 0 other answers`,
  found: `${wanted} votes; ${lost} lost on the way, ${unanswered} answers lost, ${doubled} doubled, ${late} late; ${wrong.length} wrong`,
  holds: wrong.length === 0,
  whole: wanted >= goal
});
