// Owns the command that checks the audit chain, beside a running server or without one. It reads and changes nothing.
import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readHead, verifyChain, type BrokenChain, type WholeChain } from '#lib/domain/audit/chain.ts';
import { readChain } from '#lib/server/audit/queries.ts';
import { sha256 } from '#lib/server/audit/sha256.ts';
import type { Command } from './command.ts';
import { readDataFolder } from './read-data-folder.ts';

const help = `Usage: npm run sigida -- verify [--since HEAD]

Checks that no entry of the audit chain in SIGIDA_DATA (default: data) was changed, removed or put in between, also while the
server runs. It answers 0 and the newest head, or 1 and the first entry that does not fit.

  --since HEAD   a head of before, from minutes or from /audit-head.txt, or its first 16 characters and more: it must still be
                 in the chain, so everything up to it is as it was then, and nothing of the end was cut off`;

const reasons: Readonly<Record<BrokenChain['why'], string>> = {
  'number-missing': 'is missing, or another stands in its place',
  'previous-differs': 'does not follow the one before it',
  'hash-differs': 'was changed after it was written',
  'head-missing': 'is not in the chain'
};

export const verify: Command = {
  name: 'verify',
  summary: 'check that the audit chain is whole',
  run: async (args) => {
    const line = readLine(args);
    if (typeof line === 'string') return (console.error(`${line}\n\n${help}`), 2);
    if (line.help) return (console.log(help), 0);
    const since = line.since === undefined ? null : readHead(line.since);
    if (line.since !== undefined && since === null)
      return (console.error(`A head has 16 to 64 characters from 0 to 9 and a to f, not "${line.since}".`), 2);
    const file = join(readDataFolder(), 'portal.db');
    if (!existsSync(file)) return (console.error(`There is no ${file}. SIGIDA_DATA names the data folder.`), 1);
    return report(check(file, since), since);
  }
};

function readLine(args: readonly string[]): { help?: boolean | undefined; since?: string | undefined } | string {
  try {
    const options = { help: { type: 'boolean', short: 'h' }, since: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

function check(file: string, since: string | null): WholeChain | BrokenChain | null {
  const client = new Database(file, { readonly: true });
  try {
    const made = client.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'audit_entries'`).get();
    return made ? verifyChain(sha256, readChain(client), since) : null;
  } finally {
    client.close();
  }
}

function report(found: WholeChain | BrokenChain | null, since: string | null): number {
  if (!found)
    return (console.error('This database is older than the audit chain: run "npm run sigida -- migrate".'), 1);
  if (!found.ok) {
    const what = found.number === null ? `The head ${since}` : `Entry ${found.number}`;
    return (console.error(`${what} ${reasons[found.why]}.`), 1);
  }
  const after = found.after === null ? '' : `, ${found.after} of them after the head that was given`;
  console.log(`The audit chain is whole: ${found.entries} entries${after}.\nHead: ${found.head}`);
  return 0;
}
