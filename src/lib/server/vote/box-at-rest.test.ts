// R6 and the half of R7 about pairs. What stays behind is a function of the cards that were used and of the ballots in their
// slots: neither who came when nor who cast what enters the file, so nothing can be read from it. A ballot names its colour, so
// that a card is hidden among the cards of its colour only; that is the design's, and rules below five ballots guard it.
import { expect, test } from 'vitest';
import { cards, colourOf, shuffled, voteInOrder, type Vote } from '../../../../tests/support/boxes-at-rest.ts';

const goal = 30;
const seeds = Array.from({ length: goal }, (_, seed) => seed);
const marksOf = (slot: number): readonly boolean[] => [slot % 2 === 0, slot % 3 === 0, slot % 5 === 0];

/** Far from the order of the cards and of their hashes. Four cards stay away. */
const votes = {
  before: Array.from({ length: 16 }, (_, index): Vote => {
    const slot = (index * 5) % 16;
    return { card: index, slot, marks: marksOf(slot) };
  }),
  /** The last cards printed before, and the late ones. */
  after: Array.from({ length: 16 }, (_, index): Vote => {
    const slot = 16 + ((index * 7) % 20);
    return { card: cards - 16 + index, slot, marks: marksOf(slot) };
  })
};

const inOrder = (seed: number): readonly Vote[] => [
  ...shuffled(votes.before, seed),
  ...shuffled(votes.after, seed + goal)
];

/** Hands the slots and marks of each colour out anew among its cards. */
function pairedAnew(list: readonly Vote[], seed: number): readonly Vote[] {
  const given = new Map<number, Vote>();
  for (const colour of new Set(list.map(({ card }) => colourOf(card)))) {
    const own = list.filter(({ card }) => colourOf(card) === colour);
    shuffled(own, `${seed} ${colour}`).forEach((vote, index) => given.set(own[index]?.card ?? -1, vote));
  }
  return list.map((vote) => ({ ...(given.get(vote.card) ?? vote), card: vote.card }));
}

test('who came when leaves no trace: one file for thirty orders, late cards included', () => {
  const orders = seeds.map(inOrder);
  const left = orders.map((order) => voteInOrder(order));
  const distinct = new Set(orders.map((order) => order.map(({ card }) => card).join())).size;
  const journals = left.flatMap((one) => one.journals);
  const hashes = new Set(left.map(({ hash }) => hash)).size;
  console.log(`R6: ${distinct} orders (goal ${goal}), ${hashes} file; journal empty after ${journals.length} votes`);
  expect(distinct).toBe(goal);
  expect(hashes).toBe(1);
  expect(journals.filter((size) => size > 0)).toEqual([]);
});

test('who cast what leaves no trace: one file for thirty pairings of the same cards with the same ballots', () => {
  const pairings = seeds.map((seed) => [...pairedAnew(votes.before, seed), ...pairedAnew(votes.after, seed)]);
  const distinct = new Set(pairings.map((list) => list.map(({ slot }) => slot).join())).size;
  const hashes = new Set(pairings.map((list) => voteInOrder(list).hash)).size;
  console.log(`R7, pairs: ${distinct} pairings of ${votes.before.length + votes.after.length} cards, ${hashes} file`);
  expect(distinct).toBe(goal);
  expect(hashes).toBe(1);
});

test('the comparison sees a card that decides its slot, and one ballot more or other', () => {
  const list = inOrder(0);
  const honest = voteInOrder(list).hash;
  const firstFree = () => 0;
  expect(voteInOrder(list, firstFree).hash).not.toBe(voteInOrder(inOrder(1), firstFree).hash);
  const other = list.map((vote, at) => (at === 3 ? { ...vote, marks: vote.marks.map((yes) => !yes) } : vote));
  expect(voteInOrder(other).hash).not.toBe(honest);
  expect(voteInOrder(list.map((vote, at) => (at === 15 ? { ...vote, card: 17 } : vote))).hash).not.toBe(honest);
});
