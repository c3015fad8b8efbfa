// Owns `ballots.db`: poll boxes, cards and slots. It alone says whether a poll is open, and nothing in it joins a card to a
// choice, a person or a moment. It refuses to open beside another server, and to be read before its box has closed.
import { createHmac, randomInt } from 'node:crypto';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { emptySlot, type BallotShape } from '#lib/domain/vote/ballot-string.ts';
import type { CardCode } from '#lib/domain/vote/card-code.ts';
import type { Colour } from '#lib/domain/vote/colours.ts';
import { writeThrough } from '../db/write-through.ts';
import { boxStates, cardStates, emptyBox, openExclusively, rowsOf, summariseBoxes, type BoxState } from './box-file.ts';
import { castBallots } from './cast-ballots.ts';
import { countCards, countCast, countVoid, takeBack } from './count-cards.ts';

/** What the server may know of a card before its ballot: no moment, no order, no choice. */
export type CardState =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      readonly box: number;
      readonly state: 'left' | 'used' | 'void';
      readonly boxState: BoxState;
    };

export type BallotBox = ReturnType<typeof openBallotBox>;

/**
 * @param file path of `ballots.db`. @param key 32 bytes for hashing card codes, kept outside the database.
 * @param draw a whole number from 0 to below its argument; a test that compares files fixes each card's slot with it.
 * @throws `DataFolderTaken` when another server holds the file.
 */
export function openBallotBox(file: string, key: Buffer, draw: (below: number) => number = randomInt) {
  const db = openExclusively(file);
  const hashOf = (code: CardCode) => createHmac('sha256', key).update(code).digest();
  const casting = castBallots(db, draw);

  const { findBox, findCard } = rowsOf(db);
  const setState = db.prepare<[string, number, string]>('UPDATE boxes SET state = ? WHERE number = ? AND state = ?');

  const boxState = (number: number): BoxState | null => {
    const row = findBox.get(number);
    return row ? boxStates[row.state] : null;
  };

  /**
   * Makes the cards of a box and as many slots, in key order. Cards added to a box that has some are mixed by `VACUUM`.
   * @param shape null for cards of a ballot that nobody knows yet: their slots are made when the box opens.
   */
  function makeCards(
    number: number,
    shape: BallotShape | null,
    cards: readonly { code: CardCode; colour: Colour }[]
  ): void {
    const late = findBox.get(number) !== undefined;
    const rows = cards.map(({ code, colour }) => ({ hash: hashOf(code), colour }));
    rows.sort((one, other) => Buffer.compare(one.hash, other.hash));
    db.transaction(() => {
      if (!late) db.prepare(`INSERT INTO boxes VALUES (?, 0, 's', 'm')`).run(number);
      const addCard = db.prepare(`INSERT INTO cards VALUES (?, ?, ?, 'l')`);
      for (const { hash, colour } of rows) addCard.run(hash, number, colour);
      if (shape) makeSlots(number, shape);
    }).immediate();
    if (late) mixRows();
  }

  const countOf = (sql: string, number: number): number => db.prepare<[number], { n: number }>(sql).get(number)?.n ?? 0;

  /** As many as there are cards. Call inside a transaction. */
  function makeSlots(number: number, { options, marks }: BallotShape): void {
    const own = marks === 'one' ? 'o' : 'm';
    db.prepare('UPDATE boxes SET options = ?, marks = ? WHERE number = ?').run(options, own, number);
    const first = countOf('SELECT count(*) n FROM slots WHERE box = ?', number);
    const cards = countOf('SELECT count(*) n FROM cards WHERE box = ?', number);
    const addSlot = db.prepare('INSERT INTO slots VALUES (?, ?, ?)');
    for (let slot = first; slot < cards; slot++) addSlot.run(number, slot, emptySlot(options));
  }

  /** Writes the file anew, so that no row shows by its place that it came later than others. */
  const mixRows = (): void => void db.exec('VACUUM');

  /**
   * Opens a sealed box. Doing it twice is the same as once, so that an interrupted act can be repeated.
   * @param shape of the ballot, where the cards were made before it was known.
   */
  function openTheBox(number: number, shape?: BallotShape): Result<null, 'box-not-ready' | 'box-closed'> {
    db.transaction(() => {
      const box = findBox.get(number);
      if (box?.state === 's' && box.options === 0 && shape) makeSlots(number, shape);
      if (box && (box.options > 0 || shape)) setState.run('o', number, 's');
    }).immediate();
    const state = boxState(number);
    if (state === 'open') return ok(null);
    return refuse(state === 'closed' ? 'box-closed' : 'box-not-ready');
  }

  /** Whoever confirmed before is in it. */
  const closeTheBox = (number: number): Result<null, 'box-not-open'> => {
    casting.writeWaiting();
    setState.run('c', number, 'o');
    return boxState(number) === 'closed' ? ok(null) : refuse('box-not-open');
  };

  /** Closes a box whose vote was called off, opened or not. Doing it twice is the same as once. */
  const abandonTheBox = (number: number): void => {
    setState.run('c', number, 's');
    setState.run('c', number, 'o');
  };

  const lookAtCard = (code: CardCode): CardState => {
    const card = findCard.get(hashOf(code));
    const state = card && boxState(card.box);
    return card && state
      ? { kind: 'known', box: card.box, state: cardStates[card.state], boxState: state }
      : { kind: 'unknown' };
  };

  /** The ballots of a closed box, in the order of their random slots. */
  const readBallots = (number: number): Result<readonly string[], 'box-not-closed'> => {
    const box = findBox.get(number);
    if (box?.state !== 'c') return refuse('box-not-closed');
    const rows = db.prepare<[number, string], { ballot: string }>(
      'SELECT ballot FROM slots WHERE box = ? AND ballot <> ?'
    );
    return ok(rows.all(number, emptySlot(box.options)).map((row) => row.ballot));
  };

  /** Takes the cards and slots of a closed box away, when the time to object has long passed. */
  const wipe = (number: number): Result<null, 'box-not-closed'> => {
    if (boxState(number) !== 'closed') return refuse('box-not-closed');
    emptyBox(db, number);
    casting.voted.readAnew();
    return ok(null);
  };

  return {
    makeCards,
    openTheBox,
    closeTheBox,
    abandonTheBox,
    boxState,
    lookAtCard,
    /** Records one ballot, once and at once. */
    cast: (code: CardCode, marks: readonly boolean[]) => casting.cast({ hash: hashOf(code), marks }),
    /** The same for a server that answers others meanwhile: together with those that wait at the same moment. */
    castTogether: (code: CardCode, marks: readonly boolean[]) => casting.castTogether({ hash: hashOf(code), marks }),
    /** Known where the file can not be read, too. */
    hasVoted: (code: CardCode): boolean => casting.voted.has(hashOf(code)),
    countCards: (number: number) => countCards(db, number),
    countVoid: (number: number) => countVoid(db, number),
    voidCards: (number: number, codes: readonly CardCode[]) => takeBack(db, number, codes.map(hashOf)),
    mixRows,
    countCast: (number: number) => countCast(db, number),
    readBallots,
    wipe,
    tryWrite: () => writeThrough(db),
    summary: () => summariseBoxes(db),
    /** The bytes of the file, as they stand between two casts, read through the connection that holds the lock. */
    bytes: () => db.serialize(),
    close: () => {
      casting.writeWaiting();
      db.close();
    }
  };
}
