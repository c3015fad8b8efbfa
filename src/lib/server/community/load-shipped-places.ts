// Owns filling an empty portal with the places of Mali that the program ships with, and keeping its aliases up to date.
// A portal that has places keeps them as they are: newer lists come by `import places`.
import { readFileSync } from 'node:fs';
import { placeAliases } from '#lib/domain/community/place-aliases.ts';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { ok } from '#lib/domain/shared/result.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { projectFile } from '../db/project-file.ts';
import { writePlaces } from './place-writer.ts';
import { unpackPlaces } from './shipped-places.ts';

export const shippedPlacesFile = projectFile('drizzle/places/mali-2015.csv.gz');

/** @returns how many places were written: all of them, or none. */
export function loadShippedPlaces(db: Portal, now = new Date()): number {
  let written = 0;
  const isEmpty = db.$client.prepare('SELECT 1 FROM places LIMIT 1').get() === undefined;
  const lacking = isEmpty ? [] : withoutAliases(db);
  // Each start asks this, and all but a few have nothing to write.
  if (!isEmpty && lacking.length === 0) return 0;
  inTransaction(db, () => {
    const write = writePlaces(db.$client);
    if (isEmpty)
      for (const place of unpackPlaces(readFileSync(shippedPlacesFile))) {
        write.add(place);
        written += 1;
      }
    else for (const pcode of lacking) write.addAliases(pcode);
    if (written > 0) appendEntry({ db, now }, 'places-loaded', { details: { places: written } });
    return ok(null);
  });
  return written;
}

/** An installation made with an older program lacks the aliases written since. */
function withoutAliases({ $client }: Portal): readonly PCode[] {
  const known = $client.prepare('SELECT 1 FROM places WHERE pcode = ?');
  const called = $client.prepare<[string], string>('SELECT name FROM place_names WHERE pcode = ?').pluck();
  return [...placeAliases].flatMap(([pcode, aliases]) => {
    const names = called.all(pcode);
    return aliases.every((alias) => names.includes(alias)) || !known.get(pcode) ? [] : [pcode];
  });
}
