// Owns how `ballots.db` is laid out and locked. It refuses a second holder, and tells of a box only how full it is.
import Database from 'better-sqlite3';
import type { Colour } from '#lib/domain/vote/colours.ts';
import { requireSettings } from '../db/require-settings.ts';

/** Sealed: made, not open yet. Each is one character in the file, so that no change of state moves a row. */
export const boxStates = { s: 'sealed', o: 'open', c: 'closed' } as const;
export type BoxState = (typeof boxStates)[keyof typeof boxStates];

/** Left, used, taken back before it voted: one character each, so that no change moves a row. */
export const cardStates = { l: 'left', u: 'used', v: 'void' } as const;

/** `options` is 0 while a box holds cards for a ballot that nobody knows yet; `marks`: many or one. */
type BoxRow = { options: number; state: keyof typeof boxStates; marks: 'm' | 'o' };
type CardRow = { box: number; colour: Colour; state: keyof typeof cardStates };

/** A box by its number, a card by the hash of its code. */
export const rowsOf = (db: Database.Database) => ({
  findBox: db.prepare<[number], BoxRow>('SELECT options, state, marks FROM boxes WHERE number = ?'),
  findCard: db.prepare<[Buffer], CardRow>('SELECT box, colour, state FROM cards WHERE hash = ?')
});

/** `cast` is for the program's own arithmetic: nobody is shown it while the box is open. */
export type BoxSummary = {
  readonly number: number;
  readonly state: BoxState;
  readonly cards: number;
  readonly cast: number;
};

/** Same-length updates of rows made beforehand leave one file for every order of voting; a later row would show. */
const tables = `
  CREATE TABLE IF NOT EXISTS boxes (
    number INTEGER PRIMARY KEY, options INTEGER NOT NULL, state TEXT NOT NULL, marks TEXT NOT NULL DEFAULT 'm'
  );
  CREATE TABLE IF NOT EXISTS cards (
    hash BLOB PRIMARY KEY, box INTEGER NOT NULL, colour TEXT NOT NULL, state TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS slots (
    box INTEGER NOT NULL, number INTEGER NOT NULL, ballot TEXT NOT NULL, PRIMARY KEY (box, number)
  ) WITHOUT ROWID;`;

export class DataFolderTaken extends Error {
  constructor(file: string) {
    super(`${file} is in use by another Sigida server.`);
  }
}

/**
 * The lock is held until it is closed: a second server would be a second box. No file of the box may be opened beside it in
 * the same process, not even to read it: the system drops the lock of the whole process when any of its handles is closed.
 * @throws `DataFolderTaken` when another process holds the file.
 */
export function openExclusively(file: string): Database.Database {
  const db = new Database(file, { timeout: 0 });
  try {
    requireSettings(db, { locking_mode: 'exclusive' });
    requireSettings(db, { journal_mode: 'truncate', synchronous: 3, secure_delete: 1, temp_store: 2 });
    db.exec(`BEGIN EXCLUSIVE; ${tables}`);
    addMarks(db);
    db.exec('COMMIT');
  } catch (thrown) {
    db.close();
    if (thrown instanceof Database.SqliteError && thrown.code.startsWith('SQLITE_BUSY'))
      throw new DataFolderTaken(file);
    throw thrown;
  }
  return db;
}

/** Boxes of before one mark could be cast: in all of them people said yes to as many projects as they would accept. */
function addMarks(db: Database.Database): void {
  const known = db.prepare(`SELECT 1 FROM pragma_table_info('boxes') WHERE name = 'marks'`).get();
  if (!known) db.exec(`ALTER TABLE boxes ADD COLUMN marks TEXT NOT NULL DEFAULT 'm'`);
}

export const summariseBoxes = (db: Database.Database): readonly BoxSummary[] =>
  db
    .prepare<[], { number: number; state: keyof typeof boxStates; cards: number; cast: number }>(
      `SELECT boxes.number, boxes.state, count(cards.hash) AS cards, total(cards.state = 'u') AS cast
       FROM boxes LEFT JOIN cards ON cards.box = boxes.number GROUP BY boxes.number ORDER BY boxes.number`
    )
    .all()
    .map((row) => ({ ...row, state: boxStates[row.state] }));

/** Takes a box's cards and slots away; its row stays, so that its number is never given again. Twice is the same as once. */
export function emptyBox(db: Database.Database, number: number): void {
  db.transaction(() => {
    db.prepare('DELETE FROM cards WHERE box = ?').run(number);
    db.prepare('DELETE FROM slots WHERE box = ?').run(number);
  }).immediate();
}
