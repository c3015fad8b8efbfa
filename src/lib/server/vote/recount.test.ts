import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { four, frozenVote, sitting, type Vote } from '../../../../tests/support/ballots.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { checkSignedFile } from '#lib/record/check-signed-file.ts';
import { nodeTools, notaryOf } from '../result/signing.ts';
import { openPoll } from './open-poll.ts';
import { closePoll } from './close-poll.ts';
import { printCards } from './print-cards.ts';
import { publishResult } from './publish-result.ts';
import { recountPoll } from './recount.ts';

const ten = four(10);
const check = (signed: string): boolean => checkSignedFile(signed, nodeTools).findings.length === 0;

/** Two sittings, one by card and one with stones, counted and published. */
function published(): { vote: Vote; copy: Database.Database } {
  const vote = frozenVote({ sittings: [sitting('cards'), sitting('stones', 'Campement')] });
  const { first, second } = vote.two;
  const cards = must(printCards(first, vote.box, vote.poll, four(1), vote.sittingAt(0)));
  const sheet = { present: four(20), youth: 0, disability: 0, disputes: 0, sitting: vote.sittingAt(0).id };
  must(openPoll(first, vote.box, second.actor.account, vote.poll, sheet));
  const each = (colour: string) => cards.filter((card) => card.colour === colour).slice(0, 20);
  for (const colour of ['HW', 'HM', 'RW', 'RM'])
    each(colour).forEach(({ code }, voter) => must(vote.box.cast(code, [voter < 12, voter % 3 === 0, voter > 15])));
  must(closePoll(first, vote.box, second.actor.account, vote.poll, vote.sittingAt(0).id));
  must(vote.open(ten, 1));
  must(vote.enterTwice(vote.stones(ten, [four(7), four(4), four(2)]), 1));
  const notary = notaryOf(Buffer.alloc(32, 7));
  must(publishResult(first, second.actor.account, vote.poll, '', notary));
  return { vote, copy: new Database(vote.box.bytes()) };
}

describe('a recount', () => {
  let made: ReturnType<typeof published>;
  beforeAll(() => {
    made = published();
  });
  const recount = () => recountPoll({ db: made.vote.db, copy: made.copy }, made.vote.poll, check);

  it('finds nothing where nothing was changed', () => {
    expect(recount()).toEqual({ findings: [], wiped: false });
  });

  /** Of each kind; the long run sets it to the goal. */
  const flips = Number(process.env['SIGIDA_FLIPS'] ?? 200);
  const goal = 1000;
  const all: number[] = [];
  const texts = [
    ['an entry', 'count_entries', 'figures'],
    ['the sealed count', 'results', 'sealed'],
    ['the published view', 'results', 'published'],
    ['the sealed record', 'records', 'sealed'],
    ['the public record', 'records', 'signed'],
    ['the salt', 'records', 'salt'],
    ['the six characters', 'results', 'fingerprint']
  ] as const;

  it.each(texts)(
    `finds one byte that was changed in %s, ${flips} of ${flips} times (goal ${goal})`,
    (_, table, column) => {
      const { $client: client } = made.vote.db;
      const rows = client.prepare(`SELECT rowid AS id, ${column} AS text FROM ${table}`).all() as {
        id: number;
        text: string;
      }[];
      let [found, seed] = [0, 7];
      for (let flip = 0; flip < flips; flip++) {
        seed = (seed * 48_271) % 2_147_483_647;
        const row = rows[seed % rows.length];
        if (!row) throw new Error('There is nothing to change.');
        const at = seed % row.text.length;
        const other = String.fromCharCode(row.text.charCodeAt(at) ^ (1 << (seed % 5)) || 63);
        const set = client.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`);
        set.run(row.text.slice(0, at) + other + row.text.slice(at + 1), row.id);
        if ((recount()?.findings.length ?? 0) > 0) found += 1;
        set.run(row.text, row.id);
      }
      all.push(found);
      expect(found).toBe(flips);
      expect(recount()?.findings).toEqual([]);
    }
  );

  it(`finds one byte that was changed in a ballot, ${flips} of ${flips} times (goal ${goal})`, () => {
    const slots = made.copy.prepare(`SELECT number, ballot FROM slots WHERE ballot <> '----'`).all() as {
      number: number;
      ballot: string;
    }[];
    let [found, seed] = [0, 11];
    for (let flip = 0; flip < flips; flip++) {
      seed = (seed * 48_271) % 2_147_483_647;
      const slot = slots[seed % slots.length];
      if (!slot) throw new Error('There is no ballot.');
      const at = seed % slot.ballot.length;
      const other = String.fromCharCode(slot.ballot.charCodeAt(at) ^ (1 << (seed % 5)));
      const set = made.copy.prepare('UPDATE slots SET ballot = ? WHERE number = ?');
      set.run(slot.ballot.slice(0, at) + other + slot.ballot.slice(at + 1), slot.number);
      if ((recount()?.findings.length ?? 0) > 0) found += 1;
      set.run(slot.ballot, slot.number);
    }
    all.push(found);
    expect(found).toBe(flips);
  });

  afterAll(() => {
    const sum = all.reduce((one, other) => one + other, 0);
    console.log(`R14, the rest: ${sum} of ${all.length} × ${flips} flipped bytes found (goal ${goal} each)`);
  });

  it('begins from the sealed counts where the box is wiped, and says so', () => {
    made.copy.exec('DELETE FROM slots');
    expect(recount()).toEqual({ findings: [], wiped: true });
  });
});
