// Migrates the database that it is given and, where it is told a number, kills itself before that statement.
// Its output is one line when the transaction begins, and at the end how many statements there were.
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { writeSync } from 'node:fs';
import { migratePortal } from '../../src/lib/server/db/portal.ts';

const [file = '', killAt = '0'] = process.argv.slice(2);
let statements = 0;
const verbose = (sql: unknown): void => {
  statements += 1;
  if (statements === Number(killAt)) process.kill(process.pid, 'SIGKILL');
  if (String(sql).startsWith('BEGIN')) writeSync(1, 'begun\n');
};
const client = new Database(file, { verbose });
client.pragma('journal_mode = wal');
client.pragma('synchronous = FULL');
migratePortal(drizzle({ client }), 'drizzle');
client.close();
writeSync(1, `${statements}\n`);
