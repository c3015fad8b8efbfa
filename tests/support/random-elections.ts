// Owns elections drawn by chance, counted in two ways, and one byte of a used slot flipped. The short run and the long one share it.
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { countSlots } from '#lib/domain/vote/count-slots.ts';
import { tallyBallots, type CountedBallot, type Tally } from '#lib/domain/vote/tally.ts';
import { openBallotBox } from '#lib/server/vote/ballot-box.ts';
import { countBySql } from '#lib/server/vote/count-by-sql.ts';
import { cardsFrom, keyFor, makeCards } from './cards.ts';

/** `cards` that nobody used leave their slots empty. `flip`: which used slot, which of its characters, which bits. */
export type Election = {
  readonly marks: 'many' | 'one';
  readonly ids: readonly OptionId[];
  readonly ballots: readonly (readonly boolean[])[];
  readonly cardsLeft: number;
  readonly flip: { readonly slot: number; readonly place: number; readonly bits: number };
};

/** From one character that a count takes to another, y to n or a to b: only the figures can tell. */
const betweenReadable = fc.constantFrom(
  ...['yn', 'ab', 'ac', 'ad', 'bc', 'a-'].map((two) => two.charCodeAt(0) ^ two.charCodeAt(1))
);

export const elections: fc.Arbitrary<Election> = fc
  .record({ options: fc.integer({ min: 1, max: 5 }), marks: fc.constantFrom<'many' | 'one'>('many', 'one') })
  .chain(({ options, marks }) => {
    const several = fc.array(fc.boolean(), { minLength: options, maxLength: options });
    const single = fc
      .integer({ min: -1, max: options - 1 })
      .map((yes) => Array.from({ length: options }, (_, at) => at === yes));
    return fc.record({
      marks: fc.constant(marks),
      ids: fc.constant(Array.from({ length: options }, (_, at) => `option-${at}` as OptionId)),
      ballots: fc.array(marks === 'many' ? several : single, { minLength: 1, maxLength: 120, size: 'max' }),
      cardsLeft: fc.nat(20),
      flip: fc.record({
        slot: fc.nat(),
        place: fc.nat(),
        bits: fc.oneof(fc.integer({ min: 1, max: 255 }), betweenReadable)
      })
    });
  });

/** A neighbour in the file whose slots must not be counted, and with ballots of its own. */
const [other, number] = [3, 7];
const key = keyFor('elections');

type Way = Result<Tally, 'slot-unreadable'>;

/** Votes with a real box. @returns the bytes of the closed box, and the tally of what was cast. */
function holdElection({ ids, ballots, cardsLeft }: Election, file: string): { bytes: Buffer; cast: Tally } {
  const box = openBallotBox(file, key);
  const cards = cardsFrom(1, ballots.length + cardsLeft);
  makeCards(box, other, ids.length, cardsFrom(5000, 4));
  makeCards(box, number, ids.length, cards);
  for (const each of [other, number]) box.openTheBox(each);
  const counted: CountedBallot[] = [];
  for (const [index, marks] of ballots.entries()) {
    const card = cards[index];
    if (!card || !box.cast(card.code, marks).ok) throw new Error('A ballot of an election was refused.');
    counted.push({ colour: card.colour, yes: ids.filter((_, place) => marks[place]) });
  }
  for (const { code } of cardsFrom(5000, 4)) box.cast(code, ballots[0] ?? []);
  box.closeTheBox(number);
  const bytes = box.bytes();
  box.close();
  return { bytes, cast: tallyBallots(ids, counted) };
}

/** As the server counts, from the file of these bytes. */
function countAsServer({ ids, marks }: Election, bytes: Buffer, file: string): Way {
  writeFileSync(file, bytes);
  const box = openBallotBox(file, key);
  const slots = box.readBallots(number);
  box.close();
  if (!slots.ok) throw new Error(slots.refusal.code);
  return countSlots(ids, slots.value, marks);
}

function countInSql({ ids, marks }: Election, bytes: Buffer): Way {
  const copy = new Database(bytes);
  try {
    return countBySql(copy, number, ids, marks);
  } finally {
    copy.close();
  }
}

/** SQLite's header, where every write counts itself. */
const headerBytes = 100;

/** Flips bits of the one byte that changes when this character of a used slot does. */
function flipByte({ flip }: Election, bytes: Buffer): Buffer {
  const copy = new Database(bytes);
  const used = copy
    .prepare<[number], { number: number; ballot: string }>(
      `SELECT number, ballot FROM slots WHERE box = ? AND ballot NOT LIKE '%--'`
    )
    .all(number);
  const slot = used[flip.slot % used.length];
  if (!slot) throw new Error('An election has no ballot.');
  const place = flip.place % slot.ballot.length;
  const changed = `${slot.ballot.slice(0, place)}?${slot.ballot.slice(place + 1)}`;
  copy.prepare('UPDATE slots SET ballot = ? WHERE box = ? AND number = ?').run(changed, number, slot.number);
  const after = copy.serialize();
  copy.close();
  const places = [...bytes.keys()].filter((at) => at >= headerBytes && bytes[at] !== after[at]);
  const [at] = places;
  if (at === undefined || places.length > 1 || after.length !== bytes.length)
    throw new Error(`One character of a slot is ${places.length} bytes of the file.`);
  const flipped = Buffer.from(bytes);
  flipped.writeUInt8(flipped.readUInt8(at) ^ flip.bits, at);
  return flipped;
}

/** `wrong`: what a count missed; none is the goal. `stopped`: by how many of the two ways the flip ended the count. */
export type Recounted = { readonly ballots: number; readonly stopped: number; readonly wrong: readonly string[] };

/** Holds the election, counts it in both ways, flips a byte, and counts again. */
export function recount(election: Election): Recounted {
  const folder = mkdtempSync(join(tmpdir(), 'sigida-election-'));
  const file = join(folder, 'ballots.db');
  try {
    const { bytes, cast } = holdElection(election, file);
    const sealed: Way = ok(cast);
    const same = (way: Way): boolean => isDeepStrictEqual(way, sealed);
    const flipped = flipByte(election, bytes);
    const after = [countAsServer(election, flipped, file), countInSql(election, flipped)];
    const wrong = [
      ...(same(countAsServer(election, bytes, file)) ? [] : ['the first way differs from what was cast']),
      ...(same(countInSql(election, bytes)) ? [] : ['the second way differs from what was cast']),
      ...after.flatMap((way, index) => (same(way) ? [`way ${index + 1} did not find the flipped byte`] : []))
    ];
    return { ballots: election.ballots.length, stopped: after.filter((way) => !way.ok).length, wrong };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
