// Owns when the copy of the box is made anew. It refuses two copies of one open poll that fewer than 25 ballots part: what
// changed between them would point at few cards and few ballots.
import Database from 'better-sqlite3';
import { emptySlot } from '#lib/domain/vote/ballot-string.ts';
import { summariseBoxes, type BoxSummary } from '../vote/box-file.ts';

export const ballotsApart = 25;

export type BoxCopy =
  /** Nothing to copy, or nothing but fewer than 25 ballots. */
  | { readonly kind: 'kept'; readonly heldBack: boolean }
  | { readonly kind: 'new'; readonly bytes: Buffer; readonly heldBack: boolean };

const sameShape = (now: BoxSummary, before: BoxSummary | undefined): boolean =>
  before !== undefined && now.state === before.state && now.cards === before.cards;

/** Whether the ballots since the last copy wait for the next one. */
const isHeldBack = (now: BoxSummary, before: BoxSummary | undefined): boolean =>
  now.state === 'open' &&
  before?.state === 'open' &&
  now.cast !== before.cast &&
  Math.abs(now.cast - before.cast) < ballotsApart;

const isUnchanged = (now: BoxSummary, before: BoxSummary | undefined): boolean =>
  sameShape(now, before) && (now.cast === before?.cast || isHeldBack(now, before));

/** Whether something must be copied soon: a box made, opened, closed or wiped, or cards added. Ballots can wait an hour. */
export const hasNewShape = (now: readonly BoxSummary[], before: readonly BoxSummary[]): boolean =>
  now.length !== before.length || now.some((box, index) => !sameShape(box, before[index]));

/**
 * @param live the bytes of the box now. @param before those of its last copy.
 * @returns what to keep from now on. Where another box must be copied, one that is held back is copied as it stood before.
 */
export function nextBoxCopy(live: Buffer, before: Buffer | null): BoxCopy {
  if (!before) return { kind: 'new', bytes: live, heldBack: false };
  // In memory: the ballots in between never reach the disk.
  const [now, earlier] = [new Database(live), new Database(before)];
  try {
    const known = new Map(summariseBoxes(earlier).map((box) => [box.number, box]));
    const boxes = summariseBoxes(now);
    const heldBack = boxes.filter((box) => isHeldBack(box, known.get(box.number)));
    if (boxes.length === known.size && boxes.every((box) => isUnchanged(box, known.get(box.number))))
      return { kind: 'kept', heldBack: heldBack.length > 0 };
    for (const { number } of heldBack) setBack(now, earlier, number);
    return { kind: 'new', bytes: now.serialize(), heldBack: heldBack.length > 0 };
  } finally {
    now.close();
    earlier.close();
  }
}

/** Cards and slots as the earlier copy has them; those printed since are unused and empty. Same length, so nothing moves. */
function setBack(now: Database.Database, earlier: Database.Database, box: number): void {
  const options = now.prepare<[number], { options: number }>('SELECT options FROM boxes WHERE number = ?').get(box);
  now.prepare(`UPDATE cards SET state = 'l' WHERE box = ?`).run(box);
  now.prepare('UPDATE slots SET ballot = ? WHERE box = ?').run(emptySlot(options?.options ?? 0), box);
  const setCard = now.prepare('UPDATE cards SET state = ? WHERE hash = ?');
  const setSlot = now.prepare('UPDATE slots SET ballot = ? WHERE box = ? AND number = ?');
  const cards = earlier.prepare<[number], { hash: Buffer; state: string }>(
    'SELECT hash, state FROM cards WHERE box = ?'
  );
  const slots = earlier.prepare<[number], { number: number; ballot: string }>(
    'SELECT number, ballot FROM slots WHERE box = ?'
  );
  for (const { hash, state } of cards.iterate(box)) setCard.run(state, hash);
  for (const { number, ballot } of slots.iterate(box)) setSlot.run(ballot, box, number);
}
