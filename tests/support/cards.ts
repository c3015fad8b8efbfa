// Owns cards for tests of the box: numbered codes, and the one place that says what kind of ballot they are made for.
import { createHash } from 'node:crypto';
import { cardCodeFrom, type CardCode } from '#lib/domain/vote/card-code.ts';
import { colourCodes, type Colour } from '#lib/domain/vote/colours.ts';
import type { BallotBox } from '#lib/server/vote/ballot-box.ts';

export type Card = { readonly code: CardCode; readonly colour: Colour };

export const cardCode = (number: number): CardCode => cardCodeFrom(String(number).padStart(15, '0'));

/** Of all four colours in turn. @param from the number of the first. */
export const cardsFrom = (from: number, count: number): Card[] =>
  Array.from({ length: count }, (_, index) => ({
    code: cardCode(from + index),
    colour: colourCodes[(from + index) % colourCodes.length] ?? 'HW'
  }));

/** Every box of these tests is filled here. @param number of the box. */
export const makeCards = (box: BallotBox, number: number, options: number, cards: readonly Card[]): void =>
  box.makeCards(number, { options, marks: 'many' }, [...cards]);

/** Shaped like random bytes, and the same every time. */
export const keyFor = (purpose: string): Buffer => createHash('sha256').update(purpose).digest();
