// Owns casting cards one after the other over HTTP while the server's own calls to the system are written down, and judging them.
import { mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { confirm, connections } from '../support/confirm.ts';
import { openVote, type OpenVote } from '../support/open-vote.ts';
import { filledSlots, marksOf } from '../support/parallel-confirms.ts';
import { startPortal } from '../support/server.ts';
import { diskLibrary } from './disk.ts';
import { judgeVote, replyBeforeSync, withoutSyncs, type Judged } from './judge-vote.ts';

export type TracedVotes = {
  readonly cards: number;
  readonly acknowledged: number;
  readonly ballots: number;
  /** Acknowledged votes that were written and synced before the first byte of their reply. */
  readonly onDisk: number;
  /** The same judgement on what was written down, with all syncs taken out, and with the reply moved before the last. */
  readonly controls: { readonly withoutSyncs: number; readonly replyBeforeSync: number };
  /** What the server did for a vote that was judged otherwise. */
  readonly wrong: readonly string[];
};

const isOnDisk = (lines: readonly string[]): number => Number(judgeVote(lines) === ('on-disk' satisfies Judged));

/** @param cards how many are cast, on a portal of their own. */
export async function traceVotes(
  cards: number,
  onProgress: (done: number) => void = () => undefined
): Promise<TracedVotes> {
  const order = join(mkdtempSync(join(tmpdir(), 'sigida-order-')), 'order');
  const votes: OpenVote[] = [];
  const portal = await startPortal({
    scenario: 'empty',
    prepare: async (data) => void votes.push(await openVote(data, 'Bara', cards)),
    surroundings: (data) => ({ LD_PRELOAD: diskLibrary(), POWER_WATCHED: realpathSync(data), POWER_ORDER: order })
  });
  const agent = connections(1);
  try {
    const [vote] = votes;
    if (!vote) throw new Error('The vote was not made.');
    const sum = { acknowledged: 0, onDisk: 0, withoutSyncs: 0, replyBeforeSync: 0 };
    const wrong: string[] = [];
    for (const [index, { code }] of vote.cards.slice(0, cards).entries()) {
      const from = readFileSync(order).length;
      const { status } = await confirm(agent, portal.origin, code, marksOf(index));
      const lines = readFileSync(order).subarray(from).toString().trim().split('\n');
      onProgress(index + 1);
      if (status !== 200) continue;
      sum.acknowledged += 1;
      sum.onDisk += isOnDisk(lines);
      sum.withoutSyncs += isOnDisk(withoutSyncs(lines));
      sum.replyBeforeSync += isOnDisk(replyBeforeSync(lines));
      if (!isOnDisk(lines)) wrong.push(`${judgeVote(lines)}: ${lines.join(', ')}`);
    }
    const { acknowledged, onDisk, ...controls } = sum;
    const ballots = (await filledSlots(portal.data, vote)).length;
    return { cards, acknowledged, ballots, onDisk, controls, wrong };
  } finally {
    agent.destroy();
    await portal.stop();
  }
}
