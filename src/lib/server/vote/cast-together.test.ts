import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cardCode } from '../../../../tests/support/cards.ts';
import { openBallotBox } from './ballot-box.ts';

const marks = [true, false];
const recorded = { ok: true, value: null };

function openBox(draw?: (below: number) => number) {
  const file = join(mkdtempSync(join(tmpdir(), 'sigida-together-')), 'ballots.db');
  const key = randomBytes(32);
  const box = openBallotBox(file, key, draw);
  const cards = Array.from({ length: 60 }, (_, index) => ({ code: cardCode(index), colour: 'HW' as const }));
  box.makeCards(1, { options: 2, marks: 'many' }, cards);
  box.openTheBox(1);
  return { box, file, key };
}

it('a card votes once, however often it is confirmed at the same moment, and each is answered alike', async () => {
  const { box } = openBox();
  const codes = Array.from({ length: 180 }, (_, index) => cardCode(index % 60));
  const answers = await Promise.all(codes.map((code) => box.castTogether(code, marks)));
  expect(answers).toEqual(codes.map(() => recorded));
  expect(box.countCast(1)).toBe(60);
  box.closeTheBox(1);
  expect(box.readBallots(1)).toEqual({ ok: true, value: codes.slice(0, 60).map(() => 'ayn') });
});

it('each is answered for itself, and only once its ballot is in the file', async () => {
  const { box, file, key } = openBox();
  const told = [cardCode(0), cardCode(99), cardCode(1)].map((code, index) =>
    box.castTogether(code, index === 2 ? [true] : marks)
  );
  expect(box.countCast(1)).toBe(0);
  expect(await told[0]).toEqual(recorded);
  expect(await told[1]).toMatchObject({ refusal: { code: 'card-unknown' } });
  expect(await told[2]).toMatchObject({ refusal: { code: 'ballot-wrong-length' } });
  box.close();
  expect(openBallotBox(file, key).countCast(1)).toBe(1);
});

it('a fault with one ballot leaves nothing of it, and the others whole', async () => {
  let drawn = 0;
  const { box } = openBox((below) => {
    if (++drawn === 2) throw new Error('no slot');
    return randomInt(below);
  });
  const told = await Promise.allSettled([0, 1, 2].map((card) => box.castTogether(cardCode(card), marks)));
  expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect([0, 1, 2].map((card) => box.hasVoted(cardCode(card)))).toEqual([true, false, true]);
  expect(box.countCast(1)).toBe(2);
  expect(await box.castTogether(cardCode(1), marks)).toEqual(recorded);
});

it('who confirmed before the box closes is in it, and who comes after is told so', async () => {
  const { box } = openBox();
  const before = box.castTogether(cardCode(0), marks);
  box.closeTheBox(1);
  const after = box.castTogether(cardCode(1), marks);
  expect(await before).toEqual(recorded);
  expect(await after).toMatchObject({ refusal: { code: 'poll-closed' } });
  expect(box.readBallots(1)).toEqual({ ok: true, value: ['ayn'] });
});

it('a server that ends writes those that wait', async () => {
  const { box, file, key } = openBox();
  const waiting = box.castTogether(cardCode(0), marks);
  box.close();
  expect(await waiting).toEqual(recorded);
  expect(openBallotBox(file, key).countCast(1)).toBe(1);
});
