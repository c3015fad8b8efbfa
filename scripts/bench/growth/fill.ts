// Owns filling a seeded folder with a country's worth of rows by set-based SQL: each is a copy of a seeded row under names of its own.
// It refuses to make anything newer than what was seeded: a week, and a feed's month, hold the same however much lies behind them.
import Database from 'better-sqlite3';
import { join } from 'node:path';

/** As one consultation has; each community has had one. */
export const proposalsEach = 10;
const yearsBack = 10;
/** Behind the month that feeds tell. */
const daysBefore = 40;

const upTo = (count: number): string =>
  `WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ${count})`;

/** Copies of one row, numbered `n`; what differs is told as SQL. */
function copies(
  db: Database.Database,
  table: string,
  from: string,
  count: number,
  own: Readonly<Record<string, string>>
) {
  const columns = (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
  const values = columns.map((name) => own[name] ?? `one.${name}`);
  const one = `(SELECT * FROM ${table} WHERE ${from} LIMIT 1) AS one`;
  db.exec(`INSERT INTO ${table} (${columns.join()}) ${upTo(count)} SELECT ${values.join()} FROM numbers, ${one}`);
}

const named = (letter: string, number = 'n'): string => `printf('${letter}%011d', ${number})`;

/** @param size proposals, events and ballots each. */
export function fill(data: string, size: number): void {
  const many = Math.ceil(size / proposalsEach);
  const of = `n / ${proposalsEach}`;
  const portal = new Database(join(data, 'portal.db'));
  const ended = portal.prepare<[], { poll: string; consultation: string; community: string }>(
    `SELECT polls.id AS poll, consultation, community FROM polls JOIN poll_closings ON poll = polls.id
     JOIN consultations ON consultations.id = consultation`
  );
  const { poll, consultation, community } = ended.get() ?? { poll: '', consultation: '', community: '' };
  portal.transaction(() => {
    const [{ first } = { first: 0 }] = portal
      .prepare<[], { first: number }>('SELECT max(number) + 1000 AS first FROM stage_changes')
      .all();
    copies(portal, 'communities', `id = '${community}'`, many, {
      id: named('c'),
      slug: `'village-' || n`,
      name: `'Koira ' || n`,
      folded: `'koira ' || n`
    });
    portal.exec(`INSERT INTO community_names (folded, community)
      SELECT '=' || folded, id FROM communities WHERE slug LIKE 'village-%'
      UNION ALL SELECT substr(folded, 7), id FROM communities WHERE slug LIKE 'village-%'`);
    portal.exec(`CREATE TEMP TABLE spots AS SELECT row_number() OVER (ORDER BY pcode) - 1 AS n, pcode FROM places WHERE level = 4;
      CREATE UNIQUE INDEX temp.spots_by_number ON spots (n)`);
    portal.exec(`INSERT INTO community_localities (community, pcode) ${upTo(many)}
      SELECT ${named('c', 'numbers.n')}, pcode FROM numbers JOIN spots ON spots.n = numbers.n % (SELECT count(*) FROM spots)`);
    copies(portal, 'consultations', `id = '${consultation}'`, many, { id: named('d'), community: named('c') });
    const stages = portal
      .prepare<[string], { number: number }>('SELECT number FROM stage_changes WHERE consultation = ? ORDER BY number')
      .all(consultation);
    for (const [index, { number }] of stages.entries())
      copies(portal, 'stage_changes', `number = ${number}`, many, {
        number: `${first} + n * ${stages.length} + ${index}`,
        consultation: named('d')
      });
    copies(portal, 'proposals', `consultation = '${consultation}'`, size, {
      id: named('e'),
      consultation: named('d', of),
      number: `n % ${proposalsEach} + 1`,
      kept_as: 'NULL'
    });
    copies(portal, 'screenings', `feasible`, size, { number: '1000 + n', proposal: named('e') });
    copies(portal, 'polls', `id = '${poll}'`, many, { id: named('p'), consultation: named('d') });
    copies(portal, 'options', `poll = '${poll}'`, many * 4, {
      id: named('o'),
      poll: named('p', 'n / 4'),
      position: 'n % 4',
      proposal: named('e', `(n / 4) * ${proposalsEach} + n % 4`)
    });
    copies(portal, 'sittings', `poll = '${poll}'`, many, { number: '1000 + n', id: named('s'), poll: named('p') });
    copies(portal, 'sitting_closings', '1', many, { sitting: named('s') });
    copies(portal, 'poll_closings', `poll = '${poll}'`, many, { poll: named('p') });
    copies(portal, 'results', `poll = '${poll}'`, many, { number: '1000 + n', poll: named('p') });
    copies(portal, 'publications', `poll = '${poll}'`, many, {
      number: '1000 + n',
      poll: named('p'),
      result: '1000 + n'
    });
    const ago = `'-' || (${daysBefore} + (n / 24) % ${yearsBack * 365}) || ' days'`;
    const day = `strftime('%Y-%m-%dT', 'now', ${ago}) || printf('%02d:00:00Z', n % 24)`;
    copies(portal, 'events', `announced_at IS NOT NULL AND cancelled_at IS NULL AND series IS NULL`, size, {
      id: named('v'),
      community: named('c', `(n * 7919) % ${many}`),
      starts_at: day,
      ends_at: 'NULL',
      changed_at: day,
      announced_at: day,
      sending_asked_at: 'NULL',
      sending_asked_by: 'NULL'
    });
  })();
  portal.close();
  fillBox(data, size, many);
}

/** Closed boxes, each as the seeded one is, with ballots like its own. */
function fillBox(data: string, size: number, many: number): void {
  const box = new Database(join(data, 'ballots.db'));
  const [closed] = box.prepare<[], { box: number }>(`SELECT number AS box FROM boxes WHERE state <> 'o' LIMIT 1`).all();
  const number = `1000 + n / ${proposalsEach}`;
  box.transaction(() => {
    copies(box, 'boxes', `number = ${closed?.box}`, many, { number: '1000 + n' });
    copies(box, 'slots', `box = ${closed?.box}`, size, { box: number, number: `n % ${proposalsEach}` });
    copies(box, 'cards', `box = ${closed?.box}`, size, { hash: 'randomblob(32)', box: number });
  })();
  box.close();
}
