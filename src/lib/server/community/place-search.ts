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
type Range = { readonly first: string; readonly last: string; readonly from: Level; readonly within: PCode | null; readonly most: number };

/** The names come first and in the order of their index, so that SQLite stops at the limit. */
const inRange = (joins: string, condition: string): string => `
  SELECT places.pcode, places.level, places.name, place_names.name AS spelling
  FROM place_names CROSS JOIN places ON places.pcode = place_names.pcode ${joins}
  WHERE place_names.folded >= @first AND place_names.folded < @last
    AND places.level >= @from AND places.vanished_on IS NULL AND ${condition}
  ORDER BY place_names.folded LIMIT @most`;
const everywhere = inRange('', '@within IS NULL');
const beneath = inRange(
  `LEFT JOIN places AS above ON above.pcode = places.parent
  LEFT JOIN places AS over ON over.pcode = above.parent`,
  '@within IN (places.pcode, places.parent, above.parent, over.parent)'
);

type Statements = Readonly<Record<'everywhere' | 'beneath', Database.Statement<[Range], Row>>>;
const prepared = new WeakMap<Database.Database, Statements>();

/** Preparing takes longer than searching: once for each database. */
function statementsOf(client: Database.Database): Statements {
  const known = prepared.get(client);
  if (known) return known;
  const made = { everywhere: client.prepare<[Range], Row>(everywhere), beneath: client.prepare<[Range], Row>(beneath) };
  prepared.set(client, made);
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
  const statement = statementsOf(db.$client)[within === null ? 'everywhere' : 'beneath'];
  const read = (first: string, last: string, most: number) => statement.all({ first, last, from, within, most });
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
