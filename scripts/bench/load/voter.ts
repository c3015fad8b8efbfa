// Casts ballots through the pages' own forms, so many a second, in a process of its own, and tells how many were cast.
import { confirm, connections } from '../../../tests/support/confirm.ts';

export type VoteTask = {
  readonly origin: string;
  readonly codes: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
};

async function castAll({ origin, codes, perSecond, seconds }: VoteTask): Promise<number> {
  const agent = connections(16);
  const left = [...codes];
  const begun = performance.now();
  let cast = 0;
  let begunVotes = 0;
  const underWay = new Set<Promise<void>>();
  while (performance.now() - begun < seconds * 1000) {
    const due = Math.floor(((performance.now() - begun) / 1000) * perSecond);
    // Whoever is slower than asked leaves no queue behind: a voter waits for the answer.
    while (begunVotes < due && underWay.size < 16) {
      const code = left.pop();
      if (code === undefined) throw new Error('There are no cards left.');
      begunVotes++;
      const vote = confirm(agent, origin, code, 'yny').then(({ status }) => {
        if (status !== 200) throw new Error(`A ballot was answered with ${status}.`);
        cast++;
      });
      underWay.add(vote);
      void vote.finally(() => underWay.delete(vote));
    }
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  const inTime = cast;
  await Promise.all(underWay);
  agent.destroy();
  return inTime / seconds;
}

process.on('message', (task: VoteTask) => void castAll(task).then((rate) => process.send?.(rate)));
