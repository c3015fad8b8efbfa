// R4: one card, one ballot, however often and in whatever company its confirm arrives.
import { openVote, type OpenVote } from '../support/open-vote.ts';
import { atOnce, confirmAtOnce } from '../support/parallel-confirms.ts';
import { expect, test } from '../support/portal.ts';
import { startPortal } from '../support/server.ts';

/** `npm run long:confirms` goes to the goal. */
const goal = 200;
const short = 12;

test('a card that is confirmed fifty times at once votes once, and each answer is the same', async () => {
  test.setTimeout(120_000);
  let vote: OpenVote | undefined;
  const prepare = async (data: string) => void (vote = await openVote(data, 'Bara', short));
  const portal = await startPortal({ scenario: 'empty', prepare });
  try {
    if (!vote) throw new Error('The vote was not made.');
    const found = await confirmAtOnce(portal, vote, short);
    console.log(
      `R4: ${found.cards} cards × ${atOnce} confirms at once (goal ${goal}): ${found.ballots} ballots, ` +
        `${found.errors} errors, ${found.answers} answer in all bytes`
    );
    expect(found).toEqual({
      cards: short,
      requests: short * (atOnce + 2),
      ballots: short,
      errors: 0,
      answers: 1,
      same: true
    });
    expect(short).toBeGreaterThanOrEqual(Math.max(10, goal / 50));
  } finally {
    await portal.stop();
  }
});
