// Measures a search among the places of Mali against a look-up by key, in one run, and how both grow with the places.
// npm run bench:search
import { readFileSync } from 'node:fs';
import { ok } from '#lib/domain/shared/result.ts';
import type { ListedPlace } from '#lib/domain/community/place-changes.ts';
import { shippedPlacesFile } from '#lib/server/community/load-shipped-places.ts';
import { searchPlaces } from '#lib/server/community/place-search.ts';
import { writePlaces } from '#lib/server/community/place-writer.ts';
import { unpackPlaces } from '#lib/server/community/shipped-places.ts';
import { inTransaction } from '#lib/server/db/in-transaction.ts';
import { migratePortal, openPortal, type Portal } from '#lib/server/db/portal.ts';

const rounds = 5;
const most = 4000;

function portalWith(places: readonly ListedPlace[]): Portal {
  const db = openPortal(':memory:');
  migratePortal(db, 'drizzle');
  inTransaction(db, () => {
    const write = writePlaces(db.$client);
    for (const place of places) write.add(place);
    return ok(null);
  });
  return db;
}

/** Microseconds that half of the calls stay under. */
function medianTime(inputs: readonly string[], call: (input: string) => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const input of inputs) {
      const begun = process.hrtime.bigint();
      call(input);
      times.push(Number(process.hrtime.bigint() - begun) / 1000);
    }
  times.sort((one, other) => one - other);
  return times[Math.floor(times.length / 2)] ?? 0;
}

/** One of each so many, evenly: a part has the same mixture of names as the whole. */
const every = <Item>(items: readonly Item[], step: number): readonly Item[] =>
  items.filter((_, index) => index % step === 0);

const all = unpackPlaces(readFileSync(shippedPlacesFile));
const rows = [4, 2, 1].map((step) => {
  const places = every(all, step);
  const asked = every(places, Math.ceil(places.length / most));
  const db = portalWith(places);
  const byKey = db.$client.prepare('SELECT pcode, level, name, parent FROM places WHERE pcode = ?');
  const lookUp = (): number =>
    medianTime(
      asked.map(({ pcode }) => pcode),
      (pcode) => byKey.get(pcode)
    );
  const search = (length: number): number =>
    medianTime(
      asked.map(({ name }) => name.slice(0, length)),
      (typed) => searchPlaces(db, typed, { limit: 20 })
    );
  lookUp();
  search(80);
  const row = { places: places.length, lookUp: lookUp(), whole: search(80), letters3: search(3) };
  db.$client.close();
  return row;
});

console.log('places   look-up by key   search, whole name   search, 3 letters   ratio, whole   ratio, 3 letters');
for (const { places, lookUp, whole, letters3 } of rows) {
  const cells = [`${lookUp.toFixed(1)} µs`, `${whole.toFixed(1)} µs`, `${letters3.toFixed(1)} µs`];
  const ratios = [(whole / lookUp).toFixed(1), (letters3 / lookUp).toFixed(1)];
  console.log(
    [
      String(places).padStart(6),
      cells[0]?.padStart(16),
      cells[1]?.padStart(20),
      cells[2]?.padStart(19),
      ratios[0]?.padStart(14),
      ratios[1]?.padStart(18)
    ].join(' ')
  );
}
const [first, last] = [rows[0], rows.at(-1)];
if (first && last)
  console.log(
    `With ${(last.places / first.places).toFixed(1)} times the places: look-up × ${(last.lookUp / first.lookUp).toFixed(2)}, ` +
      `search by whole name × ${(last.whole / first.whole).toFixed(2)}, by 3 letters × ${(last.letters3 / first.letters3).toFixed(2)}.`
  );
