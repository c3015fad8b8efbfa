// Measures how long one fresh answer takes with 100, 10,000 and 1,000,000 proposals, events and ballots, in one run, as ratios to the
// smallest. Kept answers are made old before each asking, as an act of anybody's would. npm run bench:growth
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { confirm, connections, walkToConfirm } from '../../tests/support/confirm.ts';
import { openVote, type OpenVote } from '../../tests/support/open-vote.ts';
import { startPortal } from '../../tests/support/server.ts';
import { fill } from './growth/fill.ts';

const sizes = (process.env['BENCH_SIZES'] ?? '100,10000,1000000').split(',').map(Number);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
const limit = 3;

const pages: Readonly<Record<string, string>> = {
  home: '/fr',
  communities: '/fr/communities',
  'communities of a region': '/fr/communities?within=ML07',
  'search for a name': '/fr/communities?q=gargouna',
  'search for what all are called': '/fr/communities?q=koira',
  'a community': '/fr/communities/gargouna',
  'a result': '/fr/communities/gargouna/result',
  events: '/fr/events',
  'events of a region': '/fr/events?region=ML07',
  'radio sheet': '/fr/radio',
  'feed ics': '/feeds/events.ics',
  'feed ics of a region': '/feeds/events.ics?region=ML07',
  'feed rss of a region': '/feeds/events.rss?region=ML07',
  'feed atom of a region': '/feeds/events.atom?region=ML07',
  'feed json of a region': '/feeds/events.json?region=ML07',
  'feed csv of a region': '/feeds/events.csv?region=ML07'
};

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

async function taken(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

async function read(address: string): Promise<void> {
  const answer = await fetch(address, { headers: { accept: 'text/html, */*', cookie: 'lang=fr' } });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}.`);
}

/** Milliseconds by what was asked. */
async function measure(size: number): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  const votes: OpenVote[] = [];
  const portal = await startPortal({
    scenario: 'journey',
    production: true,
    prepare: async (data) => {
      times.set('(filling)', await taken(async () => fill(data, size)));
      votes.push(await openVote(data, 'Village du banc', 4 * rounds));
    }
  });
  const db = new Database(join(portal.data, 'portal.db'));
  const age = db.prepare('UPDATE public_content SET version = version + 1');
  const agent = connections(1);
  try {
    // A program that has just started compiles as it goes: that would count against the smallest.
    for (let round = 0; round < 3; round++)
      for (const path of Object.values(pages)) {
        age.run();
        await read(portal.origin + path);
      }
    for (const [name, path] of Object.entries(pages)) {
      const asked: number[] = [];
      for (let round = 0; round < rounds; round++) {
        age.run();
        asked.push(await taken(() => read(portal.origin + path)));
      }
      times.set(name, median(asked));
    }
    const cast: number[] = [];
    for (const { code } of (votes[0]?.cards ?? []).slice(0, rounds))
      cast.push(
        await taken(async () => {
          await walkToConfirm(portal.origin, code, [true, false, true]);
          const { status } = await confirm(agent, portal.origin, code, 'yny');
          if (status !== 200) throw new Error(`A ballot was answered with ${status}.`);
        })
      );
    times.set('a vote, three pages', median(cast));
    return times;
  } finally {
    agent.destroy();
    db.close();
    await portal.stop();
  }
}

const measured: (readonly [number, ReadonlyMap<string, number>])[] = [];
for (const size of sizes) measured.push([size, await measure(size)]);
const [smallest] = measured;
console.log(`Milliseconds for one fresh answer, median of ${rounds}; × the time with ${smallest?.[0]}.\n`);
console.log(''.padEnd(32) + measured.map(([size]) => String(size).padStart(20)).join(''));
let worst = { name: '', ratio: 0 };
for (const [name, first] of smallest?.[1] ?? []) {
  const cells = measured.map(([, times]) => {
    const time = times.get(name) ?? 0;
    const ratio = time / first;
    if (!name.startsWith('(') && ratio > worst.ratio) worst = { name, ratio };
    return `${time.toFixed(1)} (× ${ratio.toFixed(1)})`.padStart(20);
  });
  console.log(name.padEnd(32) + cells.join(''));
}
console.log(`\nWorst: ${worst.name} × ${worst.ratio.toFixed(1)} (at most ${limit}, aim 1.5)`);
