// Owns random histories of a box, lived through by the box and by a small model of it. The short run and the long one share it.
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { colours, type Colour } from '#lib/domain/vote/colours.ts';
import { openBallotBox, type BallotBox } from '#lib/server/vote/ballot-box.ts';
import type { BoxState } from '#lib/server/vote/box-file.ts';
import { cardCode, cardsFrom, keyFor, makeCards } from './cards.ts';

export const stepsPerHistory = 200;

const boxNumbers = [1, 2, 3, 4] as const;
const box = fc.constantFrom(...boxNumbers);
const marks = fc.array(fc.boolean(), { minLength: 3, maxLength: 3 });
/** Among all cards made so far and a few that nobody made. */
const card = fc.noBias(fc.nat({ max: 10_000 }));

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('make' as const), box, count: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('open' as const), box }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), box }) },
  { weight: 60, arbitrary: fc.record({ do: fc.constant('cast' as const), card, marks }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('cast' as const), card, marks: fc.array(fc.boolean(), { maxLength: 5 }) })
  },
  { weight: 16, arbitrary: fc.record({ do: fc.constant('retry' as const), marks: fc.option(marks) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('restart' as const) }) }
);
export type Step = typeof step extends fc.Arbitrary<infer Of> ? Of : never;

/** Always of full length: a short history could not end in what a long one reaches. */
export const histories: fc.Arbitrary<readonly Step[]> = fc.array(step, {
  minLength: stepsPerHistory,
  maxLength: stepsPerHistory,
  size: 'max'
});

type ModelBox = { state: BoxState; ballots: string[]; cards: number };
type ModelCard = { readonly box: number; readonly colour: Colour; used: boolean };
type Model = {
  readonly boxes: Map<number, ModelBox>;
  readonly cards: ModelCard[];
  last: { readonly card: number; readonly marks: readonly boolean[] } | null;
};

const recorded = { ok: true, value: null };
const refused = (code: string) => ({ ok: false, refusal: { code } });

/** What casting must answer, in the model's own words. The model changes as the box must. */
function castInModel({ boxes, cards }: Model, number: number, given: readonly boolean[]) {
  const own = cards[number];
  if (!own) return refused('card-unknown');
  if (own.used) return recorded;
  const its = boxes.get(own.box);
  if (its?.state !== 'open') return refused(its?.state === 'closed' ? 'poll-closed' : 'poll-not-open-yet');
  if (given.length !== 3) return refused('ballot-wrong-length');
  own.used = true;
  its.ballots.push(colours[own.colour].letter + given.map((yes) => (yes ? 'y' : 'n')).join(''));
  return recorded;
}

const openInModel = (its: ModelBox | undefined) => {
  if (!its) return refused('box-not-ready');
  if (its.state === 'sealed') its.state = 'open';
  return its.state === 'open' ? recorded : refused('box-closed');
};

const closeInModel = (its: ModelBox | undefined) => {
  if (its?.state === 'open') its.state = 'closed';
  return its?.state === 'closed' ? recorded : refused('box-not-open');
};

function cast(real: BallotBox, model: Model, number: number, given: readonly boolean[]): readonly unknown[] {
  model.last = { card: number, marks: given };
  return [real.cast(cardCode(number), given), castInModel(model, number, given)];
}

function make(real: BallotBox, model: Model, number: number, count: number): void {
  const its = model.boxes.get(number) ?? { state: 'sealed', ballots: [], cards: 0 };
  // The service prints no cards for a closed box.
  if (its.state === 'closed') return;
  const added = cardsFrom(model.cards.length, count);
  makeCards(real, number, 3, added);
  model.boxes.set(number, { ...its, cards: its.cards + count });
  model.cards.push(...added.map(({ colour }) => ({ box: number, colour, used: false })));
}

/** @returns both answers, or none where the step has none. */
function take(real: BallotBox, model: Model, each: Step): readonly unknown[] {
  switch (each.do) {
    case 'make':
      make(real, model, each.box, each.count);
      return [];
    case 'open':
      return [real.openTheBox(each.box), openInModel(model.boxes.get(each.box))];
    case 'close':
      return [real.closeTheBox(each.box), closeInModel(model.boxes.get(each.box))];
    case 'cast':
      return cast(real, model, each.card % (model.cards.length + 2), each.marks);
    case 'retry':
      return model.last ? cast(real, model, model.last.card, each.marks ?? model.last.marks) : [];
    case 'restart':
      return [];
  }
}

/** What can be seen of the box, beside what the model says must be seen. */
const seen = (real: BallotBox, { boxes, cards }: Model): readonly (readonly [unknown, unknown])[] => [
  [
    real.summary(),
    [...boxes]
      .map(([number, { state, ballots, cards: all }]) => ({ number, state, cards: all, cast: ballots.length }))
      .sort((one, other) => one.number - other.number)
  ],
  ...boxNumbers.map((number) => {
    const ballots = real.readBallots(number);
    const its = boxes.get(number);
    return [
      ballots.ok ? ballots.value.toSorted() : ballots,
      its?.state === 'closed' ? its.ballots.toSorted() : refused('box-not-closed')
    ] as const;
  }),
  ...cards.map(
    (own, number) =>
      [
        real.lookAtCard(cardCode(number)),
        { kind: 'known', box: own.box, state: own.used ? 'used' : 'left', boxState: boxes.get(own.box)?.state }
      ] as const
  )
];

/**
 * @param asIs the box, unless a test spoils it. @returns the ballots that it recorded.
 * @throws at the first step after which box and model differ.
 */
export function live(steps: readonly Step[], asIs = (real: BallotBox): BallotBox => real): number {
  const folder = mkdtempSync(join(tmpdir(), 'sigida-history-'));
  const open = () => asIs(openBallotBox(join(folder, 'ballots.db'), keyFor('histories')));
  const model: Model = { boxes: new Map(), cards: [], last: null };
  let real = open();
  try {
    for (const [at, each] of steps.entries()) {
      if (each.do === 'restart') {
        real.close();
        real = open();
      }
      const [answer, wanted] = take(real, model, each);
      const pairs = [[answer, wanted] as const, ...seen(real, model)];
      for (const [one, other] of pairs)
        if (!isDeepStrictEqual(one, other))
          throw new Error(`Step ${at + 1}, ${each.do}: ${JSON.stringify(one)}, not ${JSON.stringify(other)}`);
    }
    return [...model.boxes.values()].reduce((sum, { ballots }) => sum + ballots.length, 0);
  } finally {
    real.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
