// Owns writing a `portal.db` down as SQL, small enough to be kept as the fixture of a released version.
// Run it on a folder that the released program seeded: node scripts/dump-portal.ts DATA > tests/fixtures/portal-VERSION.sql
import Database from 'better-sqlite3';
import { join } from 'node:path';

const [data] = process.argv.slice(2);
if (!data) throw new Error('Give the data folder.');
const db = new Database(join(data, 'portal.db'), { readonly: true });

/** All of Mali is 13,000 places: kept are those that something names, and where they lie. */
const namedPlaces = `WITH RECURSIVE named(pcode) AS (
  SELECT pcode FROM community_localities UNION SELECT parent FROM places JOIN named USING (pcode) WHERE parent IS NOT NULL
) SELECT pcode FROM named`;
const conditions = new Map(['places', 'place_names'].map((table) => [table, `WHERE pcode IN (${namedPlaces})`]));

type Item = { name: string; sql: string | null };
const items = (type: string): readonly Item[] =>
  db
    .prepare<[string], Item>(
      `SELECT name, sql FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite_%' AND sql IS NOT NULL ORDER BY rowid`
    )
    .all(type);

/** SQLite writes the literals itself, so that numbers stay numbers and quotes are doubled. Nobody signs in to a fixture. */
function rowsOf(table: string): readonly string[] {
  const columns = db.pragma(`table_info(${table})`) as readonly { name: string }[];
  const literals = columns
    .map(({ name }) => (name === 'secret_hash' ? `quote('-')` : `quote("${name}")`))
    .join(` || ', ' || `);
  const query = `SELECT ${literals} FROM "${table}" ${conditions.get(table) ?? ''}`;
  return db
    .prepare<[], string>(query)
    .pluck()
    .all()
    .map((values) => `INSERT INTO "${table}" VALUES (${values});`);
}

const tables = items('table');
const lines = [
  ...tables.map(({ sql }) => `${sql};`),
  ...tables.flatMap(({ name }) => rowsOf(name)),
  ...['index', 'trigger'].flatMap((type) => items(type).map(({ sql }) => `${sql};`)),
  'DELETE FROM sqlite_sequence;',
  ...rowsOf('sqlite_sequence')
];
process.stdout.write(`${lines.join('\n')}\n`);
db.close();
