// Measures a filtered feed among 100, 1,000 and 10,000 events: how it grows, and what an asker costs who has it already against
// one who has not. npm run bench:feeds
import { join } from 'node:path';
import { ok } from '#lib/domain/shared/result.ts';
import { inTransaction } from '#lib/server/db/in-transaction.ts';
import { openPortal } from '#lib/server/db/portal.ts';
import { startPortal } from '../../tests/support/server.ts';
import { yearOfEvents } from '../../tests/support/year-of-events.ts';

const sizes = [100, 1_000, 10_000];
const endings = ['ics', 'rss', 'json', 'csv', 'txt'];
const query = 'region=ML07&kind=match&lang=ses&from=2026-01-01';
/** Of one figure, in milliseconds. */
const patience = 1_500;

/** The year is one transaction: ten thousand would wait for the disk each. */
async function fill(data: string, size: number): Promise<void> {
  const db = openPortal(join(data, 'portal.db'));
  inTransaction(db, () => ok(yearOfEvents(db, size)));
  db.$client.close();
}

/** How many answers a second by one asker, each read to its end. @throws where one has another status. */
async function throughput(status: number, ask: () => Promise<Response>): Promise<number> {
  const begun = performance.now();
  let count = 0;
  for (; count < 5 || performance.now() - begun < patience; count++) {
    const answer = await ask();
    await answer.arrayBuffer();
    if (answer.status !== status) throw new Error(`An answer was ${answer.status}, not ${status}.`);
  }
  return (count * 1000) / (performance.now() - begun);
}

const rows: { size: number; ending: string; bytes: number; changed: number; unchanged: number }[] = [];
for (const size of sizes) {
  const portal = await startPortal({ scenario: 'empty', prepare: (data) => fill(data, size) });
  const db = openPortal(join(portal.data, 'portal.db'));
  // One word in the database, so that nothing is remembered, and the feed stays as long as it is.
  const touch = db.$client.prepare('UPDATE events SET sequence = sequence + 1 WHERE id = (SELECT min(id) FROM events)');
  try {
    for (const ending of endings) {
      const address = `${portal.origin}/feeds/events.${ending}?${query}`;
      const first = await fetch(address);
      const bytes = (await first.arrayBuffer()).byteLength;
      const known = { 'if-none-match': first.headers.get('etag') ?? '' };
      const changed = await throughput(200, () => {
        touch.run();
        return fetch(address);
      });
      const unchanged = await throughput(304, () => fetch(address, { headers: known }));
      rows.push({ size, ending, bytes, changed, unchanged });
    }
  } finally {
    db.$client.close();
    await portal.stop();
  }
}

const before = (size: number, ending: string) => rows.find((row) => row.size === size / 10 && row.ending === ending);
console.log(` events  feed      bytes   changed (200)   unchanged (304)   304 to 200   time for 10 times the events`);
for (const { size, ending, bytes, changed, unchanged } of rows) {
  const smaller = before(size, ending);
  console.log(
    [
      String(size).padStart(7),
      ` ${ending}`.padEnd(5),
      String(bytes).padStart(9),
      `${changed.toFixed(1)}/s`.padStart(15),
      `${unchanged.toFixed(1)}/s`.padStart(17),
      (unchanged / changed).toFixed(2).padStart(12),
      (smaller ? `× ${(smaller.changed / changed).toFixed(2)}` : '').padStart(12)
    ].join(' ')
  );
}
