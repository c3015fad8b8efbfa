// Casts 200 cards over HTTP, four at once, while the disk fills up and empties at moments drawn by chance.
// npm run long:full-disk [-- CARDS]
import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { startProgress } from '../../src/commands/progress.ts';
import { findCompiler } from '../../tests/power/disk.ts';
import { startOnDisk, voteOnFullDisk } from '../../tests/power/full-disk.ts';
import { recordProof } from './proofs.ts';

const goal = 200;
const wanted = Number(process.argv[2] ?? goal);
if (findCompiler() === null) {
  console.error('Skipped: there is no C compiler. On Debian: apt-get install gcc libc6-dev');
  process.exitCode = 1;
} else {
  const stand = await startOnDisk(wanted);
  const progress = startProgress('Voting');
  let [over, fills] = [false, 0];
  const filling = (async () => {
    while (!over) {
      // One vote is some twenty writes: often the room ends in the middle of one.
      stand.disk.fill(randomInt(40));
      fills += 1;
      await wait(randomInt(60));
      await stand.disk.empty();
      await wait(randomInt(40));
    }
  })();
  try {
    const before = () => wait(randomInt(30));
    const found = await voteOnFullDisk(stand, wanted, before, {
      atOnce: 4,
      onProgress: (done) => progress.show(done, wanted),
      calm: async () => {
        over = true;
        await filling;
      }
    });
    progress.end();
    console.error(found.wrong.join('\n'));
    const { cards, acknowledged, ballots, intact, same, wrong } = found;
    const told = Object.entries(found.refused).map(([lang, count]) => `${count} in ${lang}`);
    recordProof({
      id: 'R11',
      property: 'disk full: a plain message to go on on paper in each language, no acknowledged vote lost, it recovers',
      goal: `${goal} casts while the disk fills and empties, 0 lost, 0 twice`,
      found:
        `${cards} casts, filled ${fills} times: ${acknowledged} acknowledged and ${intact ? 'no others' : 'OTHERS'} in the box, ` +
        `${told.join(', ')} sent to paper, ${wrong.length} answered otherwise; with room again ${ballots} ballots`,
      holds: intact && same && ballots === cards && wrong.length === 0,
      whole: cards >= goal
    });
  } finally {
    over = true;
    await stand.portal.stop();
  }
}
