// Owns what a slot of the box holds: a colour's letter and one mark per option, always of one length. It refuses any other text.
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { colourCodes, colours, type Colour } from '#lib/domain/vote/colours.ts';

/** `options` is the number on the ballot: 2 to 5, or 1 in a ratification. */
export type BallotShape = { readonly options: number; readonly marks: 'many' | 'one' };

export type SlotContent = { readonly colour: Colour | null; readonly marks: readonly boolean[] };

type WriteRefusal = 'ballot-wrong-length' | 'ballot-one-choice';

/** A slot that changed its length would move in the file and tell when it was filled. */
export const emptySlot = (options: number): string => '-'.repeat(1 + options);

const whyMarksRefused = (marks: readonly boolean[], shape: BallotShape): WriteRefusal | undefined => {
  if (marks.length !== shape.options) return 'ballot-wrong-length';
  if (shape.marks === 'one' && marks.filter(Boolean).length > 1) return 'ballot-one-choice';
  return undefined;
};

/** A blank ballot is a ballot: it is all `n`. No colour is written `-`. */
export function writeBallot(
  colour: Colour | null,
  marks: readonly boolean[],
  shape: BallotShape
): Result<string, WriteRefusal> {
  const refused = whyMarksRefused(marks, shape);
  if (refused) return refuse(refused);
  return ok((colour ? colours[colour].letter : '-') + marks.map((yes) => (yes ? 'y' : 'n')).join(''));
}

/** `null` is an empty slot. A slot that no voter could have written is refused: the count must stop there. */
export function readBallot(slot: string, shape: BallotShape): Result<SlotContent | null, 'slot-unreadable'> {
  if (slot === emptySlot(shape.options)) return ok(null);
  const letter = slot.charAt(0);
  const colour = colourCodes.find((code) => colours[code].letter === letter) ?? null;
  const marks = [...slot.slice(1)].map((mark) => mark === 'y');
  const readable = (colour !== null || letter === '-') && /^[yn]+$/.test(slot.slice(1));
  return readable && !whyMarksRefused(marks, shape) ? ok({ colour, marks }) : refuse('slot-unreadable');
}
