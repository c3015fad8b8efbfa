// The nine numbered examples that every implementation of the community's rule must reproduce, named as they are written.
import { describe, expect, test } from 'vitest';
import { addTallies, silentGroups, tallyBallots, type CountedBallot, type Tally } from '#lib/domain/vote/tally.ts';
import { acceptedByAll } from '#lib/domain/vote/rules/accepted-by-all.ts';
import type { Outcome } from '#lib/domain/vote/rules/rule.ts';
import { defaultQuorum, judgeQuorum } from '#lib/domain/vote/quorum.ts';
import { colourCodes } from '#lib/domain/vote/colours.ts';
import { whatFollows } from '#lib/domain/vote/polls.ts';
import { byColour, optionId, tallyOf } from '../../../../tests/support/tallies.ts';

const decide = (tally: Tally): Outcome => acceptedByAll.decide(tally);
const option = (tally: Tally, id: string) => decide(tally).options.find((figures) => figures.id === optionId(id));
const gate = (tally: Tally, id: string, group: string) => option(tally, id)?.gates.find((g) => g.group === group);

const example1 = tallyOf([10, 10, 10, 10], { A: [10, 10, 3, 3], B: [6, 6, 6, 6], C: [9, 9, 4, 4] });
const example5 = tallyOf([10, 10, 5, 5], { X: [7, 7, 2, 2], Y: [4, 4, 5, 5] });

test('1. The project with most yes is refused by the returned; C wins without ratification', () => {
  expect(gate(example1, 'A', 'returned')).toEqual({ group: 'returned', yes: 6, ballots: 20, passes: false });
  expect(option(example1, 'A')).toMatchObject({ yes: 26, eligible: false });
  expect(gate(example1, 'C', 'returned')).toMatchObject({ yes: 8, ballots: 20, passes: true });
  expect(option(example1, 'B')).toMatchObject({ yes: 24, eligible: true });
  expect(option(example1, 'C')).toMatchObject({ yes: 26, eligible: true });
  expect(decide(example1)).toMatchObject({ kind: 'winner', winner: 'C', rung: 'most-yes', ratification: false });
});

describe('2. Exactly a third passes', () => {
  test.each([
    [5, true],
    [4, false]
  ])('a group of 15 with %i yes: %s', (yes, passes) => {
    const tally = tallyOf([15, 15, 8, 7], { A: [15, 15, yes, 0] });
    expect(gate(tally, 'A', 'returned')).toMatchObject({ yes, ballots: 15, passes });
    expect(option(tally, 'A')?.eligible).toBe(passes);
  });
});

describe('3. A group of 4 ballots does not gate, whatever it says; with 5 it does', () => {
  test.each([
    [4, true, ['returned']],
    [5, false, []]
  ])('%i returned who all refuse: eligible %s', (returned, eligible, silent) => {
    const tally = tallyOf([10, 10, returned - 2, 2], { A: [10, 10, 0, 0] });
    expect(option(tally, 'A')?.eligible).toBe(eligible);
    expect(silentGroups(tally)).toEqual(silent);
  });
});

test('4. Both 20 yes, lowest rates 8/20 and 9/20: B, rung (a)', () => {
  const tally = tallyOf([10, 10, 10, 10], { A: [6, 6, 4, 4], B: [6, 5, 5, 4] });
  expect(option(tally, 'A')?.yes).toBe(20);
  expect(option(tally, 'B')?.yes).toBe(20);
  expect(decide(tally)).toMatchObject({ kind: 'winner', winner: 'B', rung: 'lowest-rate', ratification: false });
});

test('5. Both 18 yes, lowest 4/10 and 8/20, then 9/15 three times, then 14/20 < 10/10: Y, rung (b)', () => {
  expect(option(example5, 'X')?.yes).toBe(18);
  expect(option(example5, 'Y')?.yes).toBe(18);
  expect(decide(example5)).toMatchObject({ kind: 'winner', winner: 'Y', rung: 'leximin', ratification: false });
});

describe('6. No ballots and blank ballots', () => {
  const options = { A: [0, 0, 0, 0], B: [0, 0, 0, 0], C: [0, 0, 0, 0] } as const;

  test('no ballots: no ballots, and no decision', () => {
    const outcome = decide(tallyOf([0, 0, 0, 0], options));
    expect(outcome.kind).toBe('no-ballots');
    expect(whatFollows('first', outcome, 'lot')).toEqual({ step: 'no-decision' });
  });

  test('all blank: none eligible, and the second ballot takes them all', () => {
    const outcome = decide(tallyOf([6, 6, 6, 6], options));
    expect(outcome).toMatchObject({ kind: 'none-eligible', secondBallot: ['A', 'B', 'C'] });
    expect(whatFollows('second-none-eligible', outcome, 'lot')).toEqual({ step: 'no-decision' });
  });
});

describe('7. Names, order and sittings change nothing', () => {
  /** Ballots that add up to the tally: the first `yes` voters of a colour accept. */
  const ballotsOf = (tally: Tally): CountedBallot[] =>
    colourCodes.flatMap((colour) =>
      Array.from({ length: tally.ballots[colour] }, (_, voter) => ({
        colour,
        yes: tally.options.filter(({ yes }) => voter < yes[colour]).map(({ id }) => id)
      }))
    );

  test.each([
    ['example 1', example1, 'C'],
    ['example 5', example5, 'Y']
  ])('%s, reversed, renamed and split', (_name, tally, winner) => {
    const ids = tally.options.map(({ id }) => id).reverse();
    const ballots = ballotsOf(tally).reverse();
    const third = Math.floor(ballots.length / 3);
    const sittings = [ballots.slice(third), ballots.slice(0, third)].map((part) => tallyBallots(ids, part));
    expect(decide(sittings.reduce(addTallies))).toMatchObject({ kind: 'winner', winner });

    const renamed = { ...tally, options: tally.options.map((each) => ({ ...each, id: optionId(`0${each.id}`) })) };
    expect(decide(renamed)).toMatchObject({ kind: 'winner', winner: `0${winner}` });
  });
});

test('8. One yes of 8: none of the four groups gates, everybody does, none eligible', () => {
  const tally = tallyOf([2, 2, 2, 2], { A: [1, 0, 0, 0], B: [0, 0, 0, 0], C: [0, 0, 0, 0] });
  expect(option(tally, 'A')?.gates).toEqual([{ group: 'everybody', yes: 1, ballots: 8, passes: false }]);
  expect(silentGroups(tally)).toEqual(['hosts', 'returned', 'women', 'men']);
  expect(decide(tally).kind).toBe('none-eligible');
});

describe('9. 250 adults of whom 20 returned, 60 present: never fewer than 5 returned', () => {
  test.each([
    [4, false],
    [5, true]
  ])('%i returned present: %s', (returned, met) => {
    const judged = judgeQuorum({
      present: byColour([25, 35 - returned, 0, returned]),
      adults: { hosts: 230, returned: 20 },
      households: 100,
      call: 'first',
      settings: defaultQuorum
    });
    expect(judged.checks).toContainEqual({ group: 'returned', present: returned, needed: 5, met });
    expect(judged.met).toBe(met);
  });
});
