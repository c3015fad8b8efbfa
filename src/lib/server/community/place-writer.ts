// Owns writing places and the names by which they are found. It deletes nothing: former names stay, vanished codes stay.
import type Database from 'better-sqlite3';
import { placeAliases, shownName } from '#lib/domain/community/place-aliases.ts';
import type { ListedPlace, Position } from '#lib/domain/community/place-changes.ts';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { nameKeys } from './place-names.ts';

type NameKind = 'current' | 'alternative' | 'former' | 'alias';
export type PlaceWriter = ReturnType<typeof writePlaces>;

/** Statements prepared once: a list has twenty thousand rows. Call inside a transaction. */
export function writePlaces(client: Database.Database) {
  const insertPlace = client.prepare(
    'INSERT INTO places (pcode, level, name, parent, latitude, longitude) VALUES (?, ?, ?, ?, ?, ?)'
  );
  const insertName = client.prepare(
    'INSERT INTO place_names (folded, pcode, name, kind) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'
  );
  const setKind = client.prepare('UPDATE place_names SET kind = ? WHERE pcode = ? AND name = ?');
  const setName = client.prepare('UPDATE places SET name = ? WHERE pcode = ?');
  const setParent = client.prepare('UPDATE places SET parent = ? WHERE pcode = ?');
  const setPosition = client.prepare('UPDATE places SET latitude = ?, longitude = ? WHERE pcode = ?');
  const setVanished = client.prepare('UPDATE places SET vanished_on = ? WHERE pcode = ?');

  const spell = (pcode: PCode, name: string, kind: NameKind): void => {
    for (const folded of nameKeys(name)) insertName.run(folded, pcode, name, kind);
  };
  const addAliases = (pcode: PCode): void => {
    for (const alias of placeAliases.get(pcode) ?? []) spell(pcode, alias, 'alias');
  };
  return {
    spell,
    addAliases,
    add: (place: ListedPlace): void => {
      const { pcode, level, name, parent, position, alternative } = place;
      insertPlace.run(pcode, level, name, parent, position?.latitude ?? null, position?.longitude ?? null);
      spell(pcode, name, 'current');
      if (alternative !== null) spell(pcode, alternative, 'alternative');
      addAliases(pcode);
    },
    /** People go on using the old name: it is still found. */
    rename: (pcode: PCode, before: string, name: string): void => {
      setName.run(name, pcode);
      setKind.run('former', pcode, before);
      const shown = shownName(pcode, before);
      if (shown !== before) spell(pcode, shown, 'former');
      spell(pcode, name, 'current');
      setKind.run('current', pcode, name);
    },
    move: (pcode: PCode, parent: PCode | null): void => void setParent.run(parent, pcode),
    position: (pcode: PCode, { latitude, longitude }: Position): void =>
      void setPosition.run(latitude, longitude, pcode),
    /** @param day the day it vanished, or null for one that is back. */
    vanish: (pcode: PCode, day: string | null): void => void setVanished.run(day, pcode)
  };
}
