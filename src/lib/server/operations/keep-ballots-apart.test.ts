import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cardCodeFrom, type CardCode } from '#lib/domain/vote/card-code.ts';
import { openBallotBox, type BallotBox } from '../vote/ballot-box.ts';
import { summariseBoxes } from '../vote/box-file.ts';
import { ballotsApart, hasNewShape, nextBoxCopy } from './keep-ballots-apart.ts';

const code = (number: number): CardCode => cardCodeFrom(String(number).padStart(15, '0'));
const printed = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ code: code(from + index), colour: 'HW' as const }));

/** Box 1 has cards from 1 on, box 2 from 1001 on; both open unless told otherwise. */
function twoBoxes(second: 'open' | 'sealed' = 'open'): BallotBox {
  const box = openBallotBox(join(mkdtempSync(join(tmpdir(), 'sigida-apart-')), 'ballots.db'), randomBytes(32));
  box.makeCards(1, { options: 2, marks: 'many' }, printed(1, 120));
  box.makeCards(2, { options: 3, marks: 'many' }, printed(1001, 40));
  box.openTheBox(1);
  if (second === 'open') box.openTheBox(2);
  return box;
}
const castUpTo = (box: BallotBox, from: number, to: number, marks: readonly boolean[]) => {
  for (let number = from; number <= to; number++) expect(box.cast(code(number), marks).ok).toBe(true);
};
function summaryOf(bytes: Buffer) {
  const db = new Database(bytes);
  const filled = db.prepare(`SELECT box, count(*) AS n FROM slots WHERE ballot NOT LIKE '-%' GROUP BY box`).all();
  const summary = summariseBoxes(db);
  db.close();
  return { summary, filled };
}

test('fewer than 25 ballots wait; the 25th brings all of them', () => {
  const box = twoBoxes();
  const first = box.bytes();
  castUpTo(box, 1, ballotsApart - 1, [true, false]);
  expect(nextBoxCopy(box.bytes(), first)).toEqual({ kind: 'kept', heldBack: true });
  castUpTo(box, ballotsApart, ballotsApart, [true, false]);
  const next = nextBoxCopy(box.bytes(), first);
  expect(next).toMatchObject({ kind: 'new', heldBack: false });
  expect(next.kind === 'new' && next.bytes.equals(box.bytes())).toBe(true);
});

test('nothing new keeps the copy, and says nothing of waiting', () => {
  const box = twoBoxes();
  expect(nextBoxCopy(box.bytes(), box.bytes())).toEqual({ kind: 'kept', heldBack: false });
});

test('another box is copied while one is held back as it stood, late cards included', () => {
  const box = twoBoxes('sealed');
  castUpTo(box, 1, 30, [true, false]);
  const first = box.bytes();
  castUpTo(box, 31, 40, [false, true]);
  box.makeCards(1, { options: 2, marks: 'many' }, printed(500, 10));
  castUpTo(box, 500, 504, [true, true]);
  box.openTheBox(2);
  const next = nextBoxCopy(box.bytes(), first);
  if (next.kind !== 'new') throw new Error('Expected a new copy.');
  expect(next.heldBack).toBe(true);
  expect(summaryOf(next.bytes)).toEqual({
    summary: [
      { number: 1, state: 'open', cards: 130, cast: 30 },
      { number: 2, state: 'open', cards: 40, cast: 0 }
    ],
    filled: [{ box: 1, n: 30 }]
  });
  expect(next.bytes.includes('any')).toBe(false);
});

test('a box that closed is copied whole', () => {
  const box = twoBoxes();
  const first = box.bytes();
  castUpTo(box, 1, 3, [true, false]);
  box.closeTheBox(1);
  const next = nextBoxCopy(box.bytes(), first);
  expect(next.kind === 'new' && summaryOf(next.bytes).summary[0]).toMatchObject({ state: 'closed', cast: 3 });
});

test('two copies of an open poll are never 1 to 24 ballots apart, whatever happens between them', () => {
  const box = twoBoxes();
  let copy = box.bytes();
  let [one, two] = [0, 0];
  for (let step = 0; step < 40; step++) {
    const more = (step * 7) % 5;
    castUpTo(box, one + 1, one + more, [true, false]);
    one += more;
    if (step % 3 === 0 && two < 40) castUpTo(box, 1001 + two, 1001 + two++, [true, true, false]);
    if (step % 11 === 5) box.makeCards(1, { options: 2, marks: 'many' }, printed(2000 + step * 10, 2));
    const next = nextBoxCopy(box.bytes(), copy);
    if (next.kind === 'kept') continue;
    const before = summaryOf(copy).summary;
    for (const [index, now] of summaryOf(next.bytes).summary.entries()) {
      const apart = now.cast - (before[index]?.cast ?? 0);
      expect(apart === 0 || apart >= ballotsApart).toBe(true);
    }
    copy = next.bytes;
  }
  expect(one).toBeGreaterThan(60);
});

test('a box that is made, opened, closed, wiped or given cards has a new shape; a ballot gives it none', () => {
  const box = twoBoxes('sealed');
  const seen = [box.summary()];
  const changed = () => hasNewShape(box.summary(), seen.at(-1) ?? []);
  castUpTo(box, 1, 2, [true, false]);
  expect(changed()).toBe(false);
  for (const act of [
    () => box.openTheBox(2),
    () => box.makeCards(2, { options: 3, marks: 'many' }, printed(5000, 1)),
    () => box.closeTheBox(2),
    () => box.wipe(2),
    () => box.makeCards(3, { options: 2, marks: 'many' }, printed(6000, 1))
  ]) {
    act();
    expect(changed()).toBe(true);
    seen.push(box.summary());
  }
});
