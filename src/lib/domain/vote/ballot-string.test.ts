import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySlot, readBallot, writeBallot } from '#lib/domain/vote/ballot-string.ts';
import { countSlots } from '#lib/domain/vote/count-slots.ts';
import { tallyBallots } from '#lib/domain/vote/tally.ts';
import { box, optionId } from '../../../../tests/support/tallies.ts';

const three = { options: 3, marks: 'many' } as const;
const threeOne = { options: 3, marks: 'one' } as const;

test.each([
  ['HW', [true, false, true], 'ayny'],
  ['HM', [false, false, false], 'bnnn'],
  ['RW', [true, true, true], 'cyyy'],
  ['RM', [false, false, true], 'dnny'],
  [null, [true, false, false], '-ynn']
] as const)('%s %j is written %s and read back', (colour, marks, slot) => {
  expect(writeBallot(colour, marks, three)).toEqual({ ok: true, value: slot });
  expect(readBallot(slot, three)).toEqual({ ok: true, value: { colour, marks } });
});

test('an empty slot, a blank ballot and a full one have one length', () => {
  expect(emptySlot(3)).toBe('----');
  expect(readBallot('----', three)).toEqual({ ok: true, value: null });
});

test('another number of marks, or two marks where one is cast, are not written', () => {
  expect(writeBallot('HW', [true, false], three)).toEqual({ ok: false, refusal: { code: 'ballot-wrong-length' } });
  expect(writeBallot('HW', [true, false, true], threeOne)).toEqual({
    ok: false,
    refusal: { code: 'ballot-one-choice' }
  });
  expect(writeBallot('HW', [false, false, false], threeOne)).toMatchObject({ ok: true });
});

test.each(['', 'a', 'ayn', 'aynyn', 'eyny', 'Ayny', 'ayn-', 'a---', '-yn-', 'ay y', '---', '-----', 'ayny\n'])(
  'the slot %j is unreadable',
  (slot) => expect(readBallot(slot, three)).toEqual({ ok: false, refusal: { code: 'slot-unreadable' } })
);

test('two marks in a one-mark poll are unreadable', () => {
  expect(readBallot('ayyn', threeOne).ok).toBe(false);
  expect(readBallot('aynn', threeOne).ok).toBe(true);
});

test('counting slots is counting ballots, in any order and among empty ones', () => {
  fc.assert(
    fc.property(box('many'), fc.nat(20), ({ ids, ballots }, empty) => {
      const shape = { options: ids.length, marks: 'many' } as const;
      const slots = ballots.flatMap(({ colour, yes }) => {
        const written = writeBallot(
          colour,
          ids.map((id) => yes.includes(id)),
          shape
        );
        return written.ok ? [written.value] : [];
      });
      const blank = Array.from({ length: empty }, () => emptySlot(ids.length));
      expect(countSlots(ids, [...blank, ...slots].sort(), 'many')).toEqual({
        ok: true,
        value: tallyBallots(ids, ballots)
      });
    })
  );
});

test('one unreadable slot stops the count', () => {
  const ids = [optionId('a'), optionId('b')];
  expect(countSlots(ids, ['ayn', '---', 'ay?'], 'many')).toEqual({ ok: false, refusal: { code: 'slot-unreadable' } });
});
