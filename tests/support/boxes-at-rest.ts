// Owns boxes voted in as a test wants: which card, into which slot, in which order, and what the file is like afterwards.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBallotBox, type BallotBox } from '#lib/server/vote/ballot-box.ts';
import { cardsFrom, keyFor, makeCards, type Card } from './cards.ts';

/** `slot` is the place that the ballot gets among all slots, used ones too. */
export type Vote = { readonly card: number; readonly slot: number; readonly marks: readonly boolean[] };

/** Cards 0 to 23 are printed before, 24 to 35 while people vote. */
const cardsBefore = 24;
const late = 12;
const options = 3;
const all: readonly Card[] = cardsFrom(1, cardsBefore + late);
export const cards = all.length;

export const colourOf = (card: number) => all[card]?.colour;

export type AtRest = { readonly hash: string; readonly journals: readonly number[] };

/** Which empty slot it is, counted from the first: what the box draws. */
const nthAmongEmpty = (slot: number, filled: ReadonlySet<number>): number =>
  Array.from({ length: slot }, (_, before) => before).filter((before) => !filled.has(before)).length;

/**
 * @param votes in their order; the first half with cards printed before. @param drawn what the box draws for a vote, unless a
 * test spoils it. @returns the hash of all files, and the size of the journal after each vote.
 */
export function voteInOrder(
  votes: readonly Vote[],
  drawn: (vote: Vote, filled: ReadonlySet<number>) => number = (vote, filled) => nthAmongEmpty(vote.slot, filled)
): AtRest {
  const folder = mkdtempSync(join(tmpdir(), 'sigida-at-rest-'));
  const file = join(folder, 'ballots.db');
  const filled = new Set<number>();
  let next = 0;
  const box: BallotBox = openBallotBox(file, keyFor('at rest'), () => next);
  const journals: number[] = [];
  try {
    makeCards(box, 1, options, all.slice(0, cardsBefore));
    box.openTheBox(1);
    for (const [at, vote] of votes.entries()) {
      if (at === votes.length / 2) makeCards(box, 1, options, all.slice(cardsBefore));
      next = drawn(vote, filled);
      const card = all[vote.card];
      if (!card || !box.cast(card.code, vote.marks).ok) throw new Error(`Card ${vote.card} could not vote.`);
      filled.add(vote.slot);
      journals.push(statSync(`${file}-journal`).size);
    }
    box.close();
    const hash = createHash('sha256');
    for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
    return { hash: hash.digest('hex'), journals };
  } finally {
    box.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same shuffle for the same seed. */
export function shuffled<Item>(items: readonly Item[], seed: number | string): Item[] {
  const place = (index: number) => createHash('sha256').update(`${seed} ${index}`).digest('hex');
  return items
    .map((item, index) => ({ item, at: place(index) }))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ item }) => item);
}
