// Owns the command that counts every counted poll anew and compares all records of it. It works on a copy of the box, and prints no
// figure: whoever may see figures sees them at the desk.
import Database from 'better-sqlite3';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSignedFile } from '#lib/record/check-signed-file.ts';
import { countedPolls } from '#lib/server/vote/counted-polls.ts';
import { recountPoll, type RecountFinding } from '#lib/server/vote/recount.ts';
import { nodeTools } from '#lib/server/result/signing.ts';
import { openPortal, type Portal } from '#lib/server/db/portal.ts';
import type { Command } from './command.ts';
import { readDataFolder } from './read-data-folder.ts';
import { readLine } from './read-line.ts';

const help = `Usage: npm run sigida -- recount

Counts every counted poll of SIGIDA_DATA (default: data) again, from the ballots in the box and from what two people entered, in
two ways that share no code, and compares that with the sealed count, the published result, its six characters and its signed
record. Also while the server runs, and on a backup. Where cards and ballots were wiped as agreed, it begins from the sealed
counts and says so. A poll that is not counted yet is not looked at. It prints no figure.

It answers 0 where all say the same, or 1 and what does not.`;

const differences: Readonly<Record<RecountFinding, string>> = {
  'envelope-changed': 'an envelope of a phone is not as it came',
  'envelopes-two-ways': 'the envelopes of phones, added up in two ways',
  unreadable: 'a ballot, an entry or a record can not be read',
  'slots-two-ways': 'two ways of counting the box differ',
  'hands-two-ways': 'two ways of adding up the hand count differ',
  'entries-not-equal': 'no two equal entries are there',
  'sitting-and-sealed': 'a sitting differs from its sealed count',
  'sum-and-sealed': 'the count differs from the sealed one',
  'outcome-and-sealed': 'the outcome differs from the sealed one',
  'view-and-published': 'the published figures are not those of the count',
  fingerprint: 'the six characters are not those of the published figures',
  'sealed-record': 'the sealed record differs from the sealed count',
  'salted-hash': 'the sealed record is not the one that the public record names',
  'public-record': 'the public record is not whole, or not that of this result'
};

export const recount: Command = {
  run: async (args) => {
    const line = readLine(args, { help: { type: 'boolean', short: 'h' } });
    if (!line.ok) return (console.error(`${line.why}\n\n${help}`), 2);
    if (line.values.help) return (console.log(help), 0);
    const data = readDataFolder();
    if (!existsSync(join(data, 'portal.db'))) return (console.error(`There is no portal.db in ${data}.`), 1);
    const db = openPortal(join(data, 'portal.db'));
    const copied = copyBox(data);
    try {
      return report(db, copied.copy);
    } finally {
      copied.remove();
      db.$client.close();
    }
  }
};

/** With its journal, so that a vote that was cut off is taken back in the copy as it would be in the box. */
function copyBox(data: string): { copy: Database.Database; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'sigida-recount-'));
  for (const name of ['ballots.db', 'ballots.db-journal'])
    if (existsSync(join(data, name))) copyFileSync(join(data, name), join(folder, name));
  const copy = new Database(join(folder, 'ballots.db'));
  copy.exec('CREATE TABLE IF NOT EXISTS slots (box INTEGER, number INTEGER, ballot TEXT)');
  return { copy, remove: () => (copy.close(), rmSync(folder, { recursive: true, force: true })) };
}

const isWhole = (signed: string): boolean => checkSignedFile(signed, nodeTools).findings.length === 0;

function report(db: Portal, copy: Database.Database): number {
  let [polls, wrong] = [0, 0];
  for (const { community, poll } of countedPolls(db)) {
    const found = recountPoll({ db, copy }, poll, isWhole);
    if (!found) continue;
    polls += 1;
    const name = `${community}, ballot ${poll.number}`;
    if (found.wiped) console.log(`${name}: its cards are wiped; compared from the sealed counts on.`);
    for (const finding of found.findings) console.error(`${name}: ${differences[finding]}.`);
    if (found.findings.length > 0) wrong += 1;
  }
  console.log(`${polls} counted polls, ${polls - wrong} of them the same in every record.`);
  return wrong === 0 ? 0 : 1;
}
