import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countBySql } from './count-by-sql.ts';
import { elections, recount, type Recounted } from '../../../../tests/support/random-elections.ts';
import { optionId, tallyOf } from '../../../../tests/support/tallies.ts';

/** `npm run long:recounts` goes to the goal. */
const goal = 1000;
const short = 40;

test('random elections counted in two ways agree, and each finds one flipped byte', { timeout: 120_000 }, () => {
  const all: Recounted[] = [];
  fc.assert(
    fc.property(elections, (election) => {
      const found = recount(election);
      expect(found.wrong).toEqual([]);
      all.push(found);
    }),
    { numRuns: short }
  );
  const ballots = all.reduce((sum, one) => sum + one.ballots, 0);
  const stopped = all.filter((one) => one.stopped > 0).length;
  console.log(
    `R14, slots: ${all.length} elections (goal ${goal}) of ${ballots} ballots equal in both ways; ` +
      `${all.length} flipped bytes found, ${stopped} by a stopped count and ${all.length - stopped} by the figures`
  );
  expect(all.length).toBeGreaterThanOrEqual(Math.max(10, goal / 50));
});

describe('one slot', () => {
  const ids = ['x', 'y'].map(optionId);
  const countOf = (slots: readonly (string | Buffer)[], marks: 'many' | 'one' = 'many') => {
    const copy = new Database(':memory:');
    copy.exec('CREATE TABLE slots (box INTEGER, number INTEGER, ballot TEXT)');
    const add = copy.prepare('INSERT INTO slots VALUES (1, ?, ?)');
    slots.forEach((slot, number) => add.run(number, slot));
    return countBySql(copy, 1, ids, marks);
  };

  test('without a colour counts in everybody only, and an empty one not at all', () => {
    const none = tallyOf([0, 0, 0, 0], { x: [0, 0, 0, 0], y: [0, 0, 0, 0] }, 1);
    const [x, y] = none.options;
    expect(countOf(['-yn', '---'])).toEqual({
      ok: true,
      value: { ...none, options: [{ ...x, yesUncoloured: 1 }, y] }
    });
  });

  test('of each colour counts for that colour', () => {
    const value = tallyOf([1, 1, 1, 1], { x: [1, 0, 1, 0], y: [0, 0, 1, 1] });
    expect(countOf(['ayn', 'bnn', 'cyy', 'dny'])).toEqual({ ok: true, value });
  });

  test.each(['eyn', 'Ayn', 'ay', 'ayny', 'ay-', '-', '', 'ayn\0', 'ay\0', 'äyn', Buffer.from('ayn')])(
    'that no voter could have written stops the count: %j',
    (slot) => {
      expect(countOf(['ayn', slot])).toEqual({ ok: false, refusal: { code: 'slot-unreadable' } });
    }
  );

  test('with two yes stops the count where a ballot holds one', () => {
    expect(countOf(['ayn', 'bnn'], 'one').ok).toBe(true);
    expect(countOf(['ayy'], 'one').ok).toBe(false);
  });
});
