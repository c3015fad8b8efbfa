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

type Row = FoundPlace;
type Range = { readonly first: string; readonly last: string; readonly from: Level; readonly within: PCode | null };

/** The names come first and in the order of their index, so that SQLite stops at the limit. */
const inRange = (isWithin: boolean, most: number): string => `
  SELECT places.pcode, places.level, places.name, place_names.name AS spelling
  FROM place_names CROSS JOIN places ON places.pcode = place_names.pcode
  ${isWithin ? 'LEFT JOIN places AS above ON above.pcode = places.parent LEFT JOIN places AS over ON over.pcode = above.parent' : ''}
  WHERE place_names.folded >= @first AND place_names.folded < @last
    AND places.level >= @from AND places.vanished_on IS NULL
    AND ${isWithin ? '@within IN (places.pcode, places.parent, above.parent, over.parent)' : '@within IS NULL'}
  ORDER BY place_names.folded LIMIT ${most}`;

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement<[Range], Row>>>();

/**
 * Preparing takes longer than searching: once for each database and limit. The limit is part of the text, because SQLite
 * prepares a statement anew each time a bound limit is set.
 */
function statementFor(client: Database.Database, isWithin: boolean, most: number): Database.Statement<[Range], Row> {
  const statements = prepared.get(client) ?? new Map<string, Database.Statement<[Range], Row>>();
  prepared.set(client, statements);
  const key = `${isWithin} ${most}`;
  const made = statements.get(key) ?? client.prepare<[Range], Row>(inRange(isWithin, most));
  statements.set(key, made);
  return made;
}

/** Sorts behind every letter that a name can go on with. */
const afterAll = '\u{10FFFF}';
const longestQuery = 60;
/** More than bear one name: all are read before they are cut, so that a chief town stands before hamlets. */
const namesakes = 1000;

/** The whole name first, then names that begin so, then names with a later word that does; each by alphabet. */
export function searchPlaces(db: Portal, query: string, search: PlaceSearch = {}): readonly FoundPlace[] {
  const { limit = 20, within = null, from = 3 } = search;
  const wanted = fold(query.slice(0, longestQuery));
  if (wanted === '' || limit < 1) return [];
  const read = (first: string, last: string, most: number) =>
    statementFor(db.$client, within !== null, most).all({ first, last, from, within });
  const whole = wholeMark + wanted;
  const exact = read(whole, `${whole}\u0000`, namesakes).sort((one, other) => weight(one) - weight(other));
  const found = new Map(exact.map((row) => [row.pcode, row]));
  for (const [first, last] of [
    [`${whole}\u0000`, whole + afterAll],
    [wanted, wanted + afterAll]
  ] as const)
    // A place may be found by several of its spellings: what they take up is read anew.
    for (let most = limit * 2; found.size < limit; most *= 4) {
      const rows = read(first, last, most);
      for (const row of rows) if (!found.has(row.pcode)) found.set(row.pcode, row);
      if (rows.length < most) break;
    }
  return [...found.values()].slice(0, limit).map((row) => ({ ...row, name: shownName(row.pcode, row.name) }));
}

const weight = ({ pcode, level }: FoundPlace): number => level * 2 + (pcode.endsWith('000') ? 0 : 1);
