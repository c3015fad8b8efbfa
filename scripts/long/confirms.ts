// Confirms each of 200 cards 50 times at once over HTTP, on the built program. npm run long:confirms [-- CARDS]
import { startProgress } from '../../src/commands/progress.ts';
import { openVote, type OpenVote } from '../../tests/support/open-vote.ts';
import { atOnce, confirmAtOnce } from '../../tests/support/parallel-confirms.ts';
import { startPortal } from '../../tests/support/server.ts';
import { recordProof } from './proofs.ts';

const goal = 200;
const wanted = Number(process.argv[2] ?? goal);
const votes: OpenVote[] = [];
const prepare = async (data: string) => void votes.push(await openVote(data, 'Bara', wanted));
const portal = await startPortal({ scenario: 'empty', prepare });
try {
  const progress = startProgress('Confirming');
  const [vote] = votes;
  if (!vote) throw new Error('The vote was not made.');
  const found = await confirmAtOnce(portal, vote, wanted, (done) => progress.show(done, wanted));
  progress.end();
  const { cards, ballots, errors, answers, same, requests } = found;
  recordProof({
    id: 'R4',
    property: 'exactly once, however often and in whatever company a confirm arrives',
    goal: `${goal} cards × ${atOnce} at once: ${goal} ballots, 0 errors, identical bytes`,
    found: `${cards} cards × ${atOnce} at once and 2 later, ${requests} requests: ${ballots} ballots, ${errors} errors, ${answers} answer in all bytes`,
    holds: ballots === cards && same && errors === 0 && answers === 1,
    whole: cards >= goal
  });
} finally {
  await portal.stop();
}
