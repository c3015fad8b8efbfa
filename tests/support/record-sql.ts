// Owns telling which tables the built program asks: loaded before it, it notes the text of each statement that it prepares.
import Database from 'better-sqlite3';
import { appendFileSync } from 'node:fs';

const file = process.env['SIGIDA_STORY_SQL'];
const { prepare } = Database.prototype as { prepare: (this: Database.Database, sql: string) => unknown };

/** Tasks of the program's own read what no page does, and so do commands, which come from the sources. */
function isOfPage(): boolean {
  const { stack = '' } = new Error('where');
  return stack.includes('/build/') && !/\brunTasks?\b/.test(stack);
}

if (file)
  Object.assign(Database.prototype, {
    prepare(this: Database.Database, sql: string) {
      if (isOfPage()) appendFileSync(file, `${JSON.stringify(sql)}\n`);
      return prepare.call(this, sql);
    }
  });
