// Casts 200 cards over HTTP while the server's own calls are written down, and judges each reply. npm run long:replies [-- CARDS]
import { startProgress } from '../../src/commands/progress.ts';
import { findCompiler } from '../../tests/power/disk.ts';
import { traceVotes } from '../../tests/power/traced-votes.ts';
import { recordProof } from './proofs.ts';

const goal = 200;
const wanted = Number(process.argv[2] ?? goal);
if (findCompiler() === null) {
  console.error('Skipped: there is no C compiler. On Debian: apt-get install gcc libc6-dev');
  process.exitCode = 1;
} else {
  const progress = startProgress('Casting');
  const found = await traceVotes(wanted, (done) => progress.show(done, wanted));
  progress.end();
  console.error(found.wrong.join('\n'));
  const { cards, acknowledged, ballots, onDisk, controls } = found;
  recordProof({
    id: 'R3',
    property: 'each vote over HTTP is written to the box and synced, journal too, before the first byte of its reply',
    goal: `${goal} of ${goal}; the same calls without syncs, or with the reply before the last, fail`,
    found:
      `${onDisk} of ${acknowledged} acknowledged, ${ballots} ballots; ` +
      `controls: ${controls.withoutSyncs} without syncs, ${controls.replyBeforeSync} with the reply before the last`,
    holds:
      [acknowledged, ballots, onDisk].every((count) => count === cards) &&
      controls.withoutSyncs + controls.replyBeforeSync === 0,
    whole: cards >= goal
  });
}
