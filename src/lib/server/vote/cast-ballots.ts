// Owns recording ballots: each card once, in a random empty slot. Those that wait at the same moment are written together; it
// answers none of them before the disk has them all.
import Database from 'better-sqlite3';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { emptySlot, writeBallot } from '#lib/domain/vote/ballot-string.ts';
import { rowsOf } from './box-file.ts';
import { rememberVoted } from './voted-cards.ts';
import { writeTogether } from './write-together.ts';

export type CastRefusal =
  'card-unknown' | 'card-void' | 'poll-not-open-yet' | 'poll-closed' | 'ballot-wrong-length' | 'ballot-one-choice';

/** `hash` of the card's code; `marks`: yes or no, in the options' order. */
type Ballot = { readonly hash: Buffer; readonly marks: readonly boolean[] };

type Outcome =
  | { readonly cast: Result<null, CastRefusal>; readonly thrown?: never }
  | { readonly cast?: never; readonly thrown: unknown };

/** Numbers of the slots of a box that are empty still, in order. Whoever fills one takes it out. */
type Empty = (box: number, options: number) => number[];

/** @param draw a whole number from 0 to below its argument. */
export function castBallots(db: Database.Database, draw: (below: number) => number) {
  const voted = rememberVoted(db);
  const { findBox, findCard } = rowsOf(db);
  const useCard = db.prepare<[Buffer]>(`UPDATE cards SET state = 'u' WHERE hash = ? AND state = 'l'`);
  const emptySlots = db
    .prepare<[number, string], number>('SELECT number FROM slots WHERE box = ? AND ballot = ? ORDER BY number')
    .pluck();
  const fillSlot = db.prepare<[string, number, number]>('UPDATE slots SET ballot = ? WHERE box = ? AND number = ?');

  /**
   * A card that already voted gets the same answer as at its first confirm, since its reply may have been lost on the way; its
   * ballot is not touched. Among others that are written together, one that throws leaves nothing and takes no other with it.
   */
  const castOne = db.transaction(({ hash, marks }: Ballot, emptyOf: Empty): Result<null, CastRefusal> => {
    const card = findCard.get(hash);
    if (!card) return refuse('card-unknown');
    if (card.state === 'u') return ok(null);
    if (card.state === 'v') return refuse('card-void');
    const box = findBox.get(card.box);
    if (box?.state !== 'o') return refuse(box?.state === 'c' ? 'poll-closed' : 'poll-not-open-yet');
    const ballot = writeBallot(card.colour, marks, {
      options: box.options,
      marks: box.marks === 'o' ? 'one' : 'many'
    });
    if (!ballot.ok) return ballot;
    const empty = emptyOf(card.box, box.options);
    const [slot] = empty.length > 0 ? empty.splice(draw(empty.length), 1) : [];
    if (slot === undefined || useCard.run(hash).changes !== 1)
      throw new Error('A box has fewer empty slots than unused cards.');
    fillSlot.run(ballot.value, card.box, slot);
    return ok(null);
  }).immediate;

  const castApart = (ballot: Ballot, emptyOf: Empty): Outcome => {
    try {
      return { cast: castOne(ballot, emptyOf) };
    } catch (thrown) {
      // The disk or the file: what the others wrote is not safe either.
      if (thrown instanceof Database.SqliteError) throw thrown;
      return { thrown };
    }
  };
  /** A box is looked through once, not for each of its ballots. */
  const commit = db.transaction((ballots: readonly Ballot[]) => {
    const empty = new Map<number, number[]>();
    const emptyOf: Empty = (box, options) => {
      const known = empty.get(box) ?? emptySlots.all(box, emptySlot(options));
      empty.set(box, known);
      return known;
    };
    return ballots.map((ballot) => castApart(ballot, emptyOf));
  }).immediate;

  const write = (ballots: readonly Ballot[]): readonly Outcome[] => {
    const outcomes = commit(ballots);
    for (const [index, { hash }] of ballots.entries()) if (outcomes[index]?.cast?.ok) voted.add(hash);
    return outcomes;
  };
  const queue = writeTogether(write);
  return {
    voted,
    cast: (ballot: Ballot) => castOf(write([ballot])[0]),
    castTogether: async (ballot: Ballot) => castOf(await queue.add(ballot)),
    writeWaiting: queue.writeWaiting
  };
}

function castOf(outcome: Outcome | undefined): Result<null, CastRefusal> {
  if (outcome?.cast) return outcome.cast;
  throw outcome?.thrown ?? new Error('A ballot was written without an outcome.');
}
