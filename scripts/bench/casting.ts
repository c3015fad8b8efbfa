// Measures casting by card over HTTP, on the built program, against bare durable inserts into a file with the same settings, in
// one run, and how it grows with the cards of the box. npm run bench:casting
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { confirm, connections } from '../../tests/support/confirm.ts';
import { openVote, type OpenVote } from '../../tests/support/open-vote.ts';
import { startPortal } from '../../tests/support/server.ts';

const sizes = [100, 1000, 5000];
const most = 300;
const warmUp = 20;

const perSecond = (number: number, begun: number): number => (number * 1000) / (performance.now() - begun);

/** One row a transaction, as durable as a ballot. */
function insertBare(number: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'sigida-bench-'));
  const db = new Database(join(folder, 'bare.db'));
  try {
    db.pragma('locking_mode = exclusive');
    db.pragma('journal_mode = truncate');
    db.pragma('synchronous = extra');
    db.exec('CREATE TABLE ballots (ballot TEXT NOT NULL)');
    const insert = db.prepare('INSERT INTO ballots VALUES (?)');
    const begun = performance.now();
    for (let row = 0; row < number; row++) insert.run('ayny');
    return perSecond(number, begun);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each card once, so many under way at a time. */
async function castAll(origin: string, codes: readonly string[], atOnce: number): Promise<number> {
  const agent = connections(atOnce);
  const left = [...codes];
  const begun = performance.now();
  const castNext = async (): Promise<void> => {
    for (let code = left.pop(); code !== undefined; code = left.pop()) {
      const { status } = await confirm(agent, origin, code, 'yny');
      if (status !== 200) throw new Error(`A ballot was answered with ${status}.`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, castNext));
  agent.destroy();
  return perSecond(codes.length, begun);
}

const votes: OpenVote[] = [];
const prepare = async (data: string) => {
  for (const size of [warmUp, ...sizes]) votes.push(await openVote(data, `Village de ${size} cartes`, size));
};
const portal = await startPortal({ scenario: 'empty', prepare });
try {
  const [first, ...others] = votes;
  const codesOf = (vote: OpenVote | undefined) => vote?.cards.map(({ code }) => code) ?? [];
  await castAll(portal.origin, codesOf(first).slice(0, warmUp), 1);
  console.log('  cards of the box   at once   ballots   a second   bare inserts a second   ratio');
  const alone: number[] = [];
  for (const [index, vote] of others.entries()) {
    const codes = codesOf(vote).slice(0, Math.min(most, sizes[index] ?? 0));
    const half = Math.floor(codes.length / 2);
    for (const [atOnce, part] of [
      [1, codes.slice(0, half)],
      [8, codes.slice(half)]
    ] as const) {
      // Beside each other in time: what else the machine does weighs on both.
      const bare = insertBare(part.length);
      const cast = await castAll(portal.origin, part, atOnce);
      if (atOnce === 1) alone.push(cast);
      const cells = [
        vote.cards.length,
        atOnce,
        part.length,
        cast.toFixed(0),
        bare.toFixed(0),
        (cast / bare).toFixed(2)
      ];
      const widths = [18, 10, 10, 11, 24, 8];
      console.log(cells.map((cell, place) => String(cell).padStart(widths[place] ?? 0)).join(''));
    }
  }
  const [smallest = 0, largest = 1] = [alone[0], alone.at(-1)];
  console.log(
    `From ${sizes[0]} to ${sizes.at(-1)} cards a ballot, one at a time, takes × ${(smallest / largest).toFixed(2)} as long.`
  );
} finally {
  await portal.stop();
}
