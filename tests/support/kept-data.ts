// Owns a fingerprint of everything a portal keeps, taken while it runs: what was refused must leave it as it was.
import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Portal } from './server.ts';

/** Counted against somebody who tries too often, so a refusal may change them; and the program's own clock. */
const mayChange = ['sign_in_failures', 'proposal_senders', 'sessions', 'task_runs', 'uploads_by_account'];

/** By table of `portal.db`, and the bytes of the ballot box. */
export function keptData({ data }: Portal): Readonly<Record<string, string>> {
  const db = new Database(join(data, 'portal.db'), { readonly: true });
  try {
    const tables = db
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
      .all()
      .map(({ name }) => name)
      .filter((name) => !mayChange.includes(name));
    const hashOf = (name: string) => {
      const hash = createHash('sha256');
      for (const row of db.prepare(`SELECT * FROM "${name}"`).raw().iterate()) hash.update(JSON.stringify(row));
      return hash.digest('hex');
    };
    const box = createHash('sha256')
      .update(readFileSync(join(data, 'ballots.db')))
      .digest('hex');
    return { ...Object.fromEntries(tables.map((name) => [name, hashOf(name)])), box };
  } finally {
    db.close();
  }
}
