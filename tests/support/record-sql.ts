// Owns telling which tables the built program asks: loaded before it, it notes the text of each statement that it prepares.
import Database from 'better-sqlite3';
import { appendFileSync } from 'node:fs';

const file = process.env['SIGIDA_STORY_SQL'];
const { prepare } = Database.prototype as { prepare: (this: Database.Database, sql: string) => unknown };

/** Tasks of the program's own, and commands, read what no page does: they come from the sources, pages from the build. */
const isOfPage = (): boolean => /\/build\//.test(new Error('where').stack ?? '');

if (file)
  Object.assign(Database.prototype, {
    prepare(this: Database.Database, sql: string) {
      if (isOfPage()) appendFileSync(file, `${JSON.stringify(sql)}\n`);
      return prepare.call(this, sql);
    }
  });
