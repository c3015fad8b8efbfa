// Owns the cards of a box as a whole: how many there are by colour, and taking some back. It tells nothing of who used theirs.
import type Database from 'better-sqlite3';
import type { ByColour, Colour } from '#lib/domain/vote/colours.ts';

function count(db: Database.Database, number: number, states: string): ByColour<number> {
  const found: Record<Colour, number> = { HW: 0, HM: 0, RW: 0, RM: 0 };
  const rows = db.prepare<[number, string], { colour: Colour; n: number }>(
    'SELECT colour, count(*) n FROM cards WHERE box = ? AND instr(?, state) > 0 GROUP BY colour'
  );
  for (const { colour, n } of rows.all(number, states)) found[colour] = n;
  return found;
}

/** All that were made, also those taken back. */
export const countCards = (db: Database.Database, number: number): ByColour<number> => count(db, number, 'luv');

/** Those taken back before they voted. */
export const countVoid = (db: Database.Database, number: number): ByColour<number> => count(db, number, 'v');

/** How many have voted. Whoever shows it while the box is open rounds it down to steps of ten. */
export const countCast = (db: Database.Database, number: number): number =>
  db.prepare<[number], number>(`SELECT count(*) FROM cards WHERE box = ? AND state = 'u'`).pluck().get(number) ?? 0;

/** Takes cards back before they vote. One that voted stays as it is; so does one of another box. @param hashes of their codes */
export const takeBack = (db: Database.Database, number: number, hashes: readonly Buffer[]): void =>
  db
    .transaction(() => {
      const take = db.prepare(`UPDATE cards SET state = 'v' WHERE hash = ? AND box = ? AND state = 'l'`);
      for (const hash of hashes) take.run(hash, number);
    })
    .immediate();
