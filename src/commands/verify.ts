// Owns the command that checks the audit chain, beside a running server or without one, or a signed record. It changes nothing.
import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readHead, verifyChain, type BrokenChain, type WholeChain } from '#lib/domain/audit/chain.ts';
import { readChain } from '#lib/server/audit/queries.ts';
import { sha256 } from '#lib/server/audit/sha256.ts';
import type { Command } from './command.ts';
import { readDataFolder } from './read-data-folder.ts';
import { readLine } from './read-line.ts';
import { verifyRecord } from './verify-record.ts';

const help = `Usage: npm run sigida -- verify [--since HEAD]
       npm run sigida -- verify FILE [--key KEY]

Checks that no entry of the audit chain in SIGIDA_DATA (default: data) was changed, removed or put in between, also while the
server runs. It answers 0 and the newest head, or 1 and the first entry that does not fit.

  --since HEAD   a head of before, from minutes or from /audit-head.txt, or its first 16 characters and more: it must still be
                 in the chain, so everything up to it is as it was then, and nothing of the end was cut off

With FILE it checks the signed record of a result instead, without a data folder: signature, fingerprint, figures and outcome. It
answers 0 where the record is whole, or 1 and each difference.

  --key KEY      the key that the record must be signed with, from /record-key.txt or from paper`;

const options = { help: { type: 'boolean', short: 'h' }, since: { type: 'string' }, key: { type: 'string' } } as const;

const reasons: Readonly<Record<BrokenChain['why'], string>> = {
  'number-missing': 'is missing, or another stands in its place',
  'previous-differs': 'does not follow the one before it',
  'hash-differs': 'was changed after it was written',
  'head-missing': 'is not in the chain'
};

export const verify: Command = {
  run: async (args) => {
    const line = readLine(args, options, 1);
    if (!line.ok) return (console.error(`${line.why}\n\n${help}`), 2);
    const { help: isAsked, key, since: typed } = line.values;
    if (isAsked) return (console.log(help), 0);
    const [record] = line.positionals;
    if (record === undefined ? key !== undefined : typed !== undefined)
      return (console.error(`--since belongs to the chain, and --key to a file.\n\n${help}`), 2);
    if (record !== undefined) return verifyRecord(record, key ?? null);
    const since = typed === undefined ? null : readHead(typed);
    if (typed !== undefined && since === null)
      return (console.error(`A head has 16 to 64 characters from 0 to 9 and a to f, not "${typed}".`), 2);
    const file = join(readDataFolder(), 'portal.db');
    if (!existsSync(file)) return (console.error(`There is no ${file}. SIGIDA_DATA names the data folder.`), 1);
    return report(check(file, since), since);
  }
};

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
