// Owns reading all places as they are known, to compare them with a list.
import type { KnownPlace } from '#lib/domain/community/place-changes.ts';
import type { PCode } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { placeNames, places } from '../db/schema/community.ts';

export function readKnownPlaces(db: Portal): ReadonlyMap<PCode, KnownPlace> {
  const spellings = new Map<PCode, Set<string>>();
  for (const { pcode, name } of db.select({ pcode: placeNames.pcode, name: placeNames.name }).from(placeNames).all()) {
    const known = spellings.get(pcode) ?? new Set();
    spellings.set(pcode, known.add(name));
  }
  const rows = db.select().from(places).all();
  return new Map(
    rows.map(({ pcode, level, name, parent, latitude, longitude, vanishedOn }) => {
      const position = latitude === null || longitude === null ? null : { latitude, longitude };
      const found = spellings.get(pcode) ?? new Set();
      return [pcode, { pcode, level, name, parent, position, spellings: found, vanished: vanishedOn !== null }];
    })
  );
}
