// Owns finding places by what people type: folded, from the beginning of any word, by ranges of one index.
import type Database from 'better-sqlite3';
import { fold } from '#lib/domain/community/fold.ts';
import { shownName } from '#lib/domain/community/place-aliases.ts';
import type { Level } from '#lib/domain/community/pcode.ts';
import type { PCode } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { wholeMark } from './place-names.ts';

export type FoundPlace = {
  readonly pcode: PCode;
  readonly level: Level;
  readonly name: string;
  /** The spelling that matched: the name, an alias, or a former name. */
  readonly spelling: string;
};
export type PlaceSearch = {
  /** At most so many; 20 where nothing is said. */
  readonly limit?: number;
  /** Only beneath this place, itself included. */
  readonly within?: PCode;
  /** The highest level to answer: 3 gives communes and localities, as where nothing is said. */
  readonly from?: Level;
};

type Row = { readonly pcode: PCode; readonly level: Level; readonly name: string; readonly spelling: string };

/** The names come first and in order of the index, so that reading may stop at the limit. */
const range = `
  SELECT places.pcode, places.level, places.name, place_names.name AS spelling
  FROM place_names CROSS JOIN places ON places.pcode = place_names.pcode
  LEFT JOIN places AS above ON @within IS NOT NULL AND above.pcode = places.parent
  LEFT JOIN places AS over ON @within IS NOT NULL AND over.pcode = above.parent
  WHERE place_names.folded >= @first AND place_names.folded < @last
    AND places.level >= @from AND places.vanished_on IS NULL
    AND (@within IS NULL OR @within IN (places.pcode, places.parent, above.parent, over.parent))
  ORDER BY place_names.folded`;

type Range = { readonly first: string; readonly last: string; readonly from: Level; readonly within: PCode | null };
const prepared = new WeakMap<Database.Database, Database.Statement<[Range], Row>>();

function prepareRange(client: Database.Database): Database.Statement<[Range], Row> {
  const made = prepared.get(client) ?? client.prepare<[Range], Row>(range);
  prepared.set(client, made);
  return made;
}

/** Sorts behind every letter that a name can go on with. */
const afterAll = '\u{10FFFF}';
const longestQuery = 60;

/** The whole name first, then names that begin so, then names with a later word that does; each by alphabet. */
export function searchPlaces(db: Portal, query: string, search: PlaceSearch = {}): readonly FoundPlace[] {
  const { limit = 20, within = null, from = 3 } = search;
  const wanted = fold(query.slice(0, longestQuery));
  if (wanted === '') return [];
  const statement = prepareRange(db.$client);
  const found = new Map<PCode, FoundPlace>();
  const read = (first: string, last: string, most: number): void => {
    if (found.size >= most) return;
    for (const row of statement.iterate({ first, last, from, within })) {
      if (!found.has(row.pcode)) found.set(row.pcode, { ...row, name: shownName(row.pcode, row.name) });
      if (found.size >= most) return;
    }
  };
  const whole = wholeMark + wanted;
  // All of one name are read before they are cut: the commune and its chief town stand before hamlets of that name.
  read(whole, `${whole}\u0000`, Infinity);
  const exact = [...found.values()].sort((one, other) => weight(one) - weight(other)).slice(0, limit);
  read(`${whole}\u0000`, whole + afterAll, limit);
  read(wanted, wanted + afterAll, limit);
  return [...exact, ...[...found.values()].slice(exact.length)].slice(0, limit);
}

const weight = ({ pcode, level }: FoundPlace): number => level * 2 + (pcode.endsWith('000') ? 0 : 1);
