// Owns the steps by which a stranger supposes another poll than the real one: whose ballot it was, which ballot had the yes, how many
// there were.
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { colourCodes, colours, type Colour } from '#lib/domain/vote/colours.ts';
import type { CountedBallot } from '#lib/domain/vote/tally.ts';

/** Changes the ballots in place. `draw(n)`: a number below n. */
export type Move = (ballots: CountedBallot[], draw: (below: number) => number, ids: readonly OptionId[]) => void;

const someColour = (draw: (below: number) => number, ballots: readonly CountedBallot[]): Colour | null => {
  const among: readonly (Colour | null)[] = ballots.some(({ colour }) => colour === null)
    ? [...colourCodes, null]
    : colourCodes;
  return among[draw(among.length)] ?? null;
};

const places = (ballots: readonly CountedBallot[], fits: (ballot: CountedBallot) => boolean): readonly number[] =>
  [...ballots.keys()].filter((at) => fits(ballots[at] ?? { colour: null, yes: [] }));

type Yes = CountedBallot['yes'];

/** Gives two ballots other yes; the totals stay. */
function exchange(
  ballots: CountedBallot[],
  a: number,
  b: number,
  anew: (one: CountedBallot, other: CountedBallot) => readonly [Yes, Yes]
): void {
  const [one, other] = [ballots[a], ballots[b]];
  if (!one || !other) return;
  const [yes, otherYes] = anew(one, other);
  ballots[a] = { ...one, yes };
  ballots[b] = { ...other, yes: otherYes };
}

type Half = 'sex' | 'status';
const halves = { sex: ['woman', 'man'], status: ['host', 'returned'] } as const;

/** Parts everybody anew by sex or by status, however few are on one side: polls that look alike may differ in nearly every ballot. */
const partAnew =
  (half: Half): Move =>
  (ballots, draw) => {
    const lean = 1 + draw(9);
    ballots.forEach((ballot, at) => {
      const own = ballot.colour && colours[ballot.colour];
      if (!own) return;
      const other = half === 'sex' ? 'status' : 'sex';
      const side = halves[half][draw(10) < lean ? 0 : 1];
      const colour = colourCodes.find((code) => colours[code][half] === side && colours[code][other] === own[other]);
      ballots[at] = { ...ballot, colour: colour ?? ballot.colour };
    });
  };

/**
 * Two of one answer, unlike in sex and in status, exchange their status. No figure of a sex, of a status or of everybody moves, so a
 * stranger can always suppose it.
 */
export const exchangeStatus: Move = (ballots, draw) => {
  const at = draw(ballots.length);
  const one = ballots[at];
  const mine = one?.colour && colours[one.colour];
  if (!one || !mine) return;
  const answer = one.yes.toSorted().join();
  const unlike = ballots.flatMap(({ colour, yes }, place) => {
    const theirs = colour && colours[colour];
    if (!theirs || theirs.sex === mine.sex || theirs.status === mine.status) return [];
    return yes.toSorted().join() === answer ? [{ place, theirs }] : [];
  });
  const found = unlike[draw(unlike.length || 1)];
  const other = found && ballots[found.place];
  if (!other) return;
  const codeOf = (sex: string, status: string) =>
    colourCodes.find((code) => colours[code].sex === sex && colours[code].status === status);
  ballots[at] = { ...one, colour: codeOf(mine.sex, found.theirs.status) ?? one.colour };
  ballots[found.place] = { ...other, colour: codeOf(found.theirs.sex, mine.status) ?? other.colour };
};

/**
 * One ballot for each of several projects changes colour the same way, and sometimes as many blank ones the other way: projects that
 * were level in every group stay so, which a step with one ballot alone hardly ever keeps.
 */
const recolourAlike: Move = (ballots, draw, ids) => {
  const [from, to] = [someColour(draw, ballots), someColour(draw, ballots)];
  const moved = ids
    .filter(() => draw(2) === 0)
    .map((id) => places(ballots, ({ colour, yes }) => colour === from && yes.includes(id)))
    .map((able) => able[draw(able.length)]);
  const back = draw(2) === 0 ? places(ballots, ({ colour, yes }) => colour === to && yes.length === 0) : [];
  const recolour = (at: number | undefined, colour: Colour | null): void => {
    const ballot = at === undefined ? undefined : ballots[at];
    if (at !== undefined && ballot) ballots[at] = { ...ballot, colour };
  };
  for (const at of moved) recolour(at, to);
  for (const at of back.slice(0, moved.length)) recolour(at, from);
};

/** What a stranger may suppose otherwise: whose ballot it was, which ballot had the yes, how many there were. */
export const moves: readonly Move[] = [
  exchangeStatus,
  recolourAlike,
  partAnew('sex'),
  partAnew('status'),
  (ballots, draw) => {
    const at = draw(ballots.length);
    const ballot = ballots[at];
    if (ballot) ballots[at] = { ...ballot, colour: someColour(draw, ballots) };
  },
  (ballots, draw) => {
    const one = draw(ballots.length);
    const unlike = places(ballots, ({ colour, yes }) => {
      const own = ballots[one];
      return colour !== own?.colour && yes.join() !== own?.yes.join();
    });
    exchange(ballots, one, unlike[draw(unlike.length)] ?? -1, (a, b) => [b.yes, a.yes]);
  },
  (ballots, draw, ids) => {
    const id = ids[draw(ids.length)];
    if (!id) return;
    const from = places(ballots, ({ yes }) => yes.includes(id));
    const to = places(ballots, ({ yes }) => !yes.includes(id));
    exchange(ballots, from[draw(from.length)] ?? -1, to[draw(to.length)] ?? -1, (a, b) => [
      a.yes.filter((own) => own !== id),
      [...b.yes, id]
    ]);
  }
];

/** Only where not even the number of ballots is told. The first keeps a tie of all. */
export const movesOfSmall: readonly Move[] = [
  (ballots, draw, ids) => void ballots.push(...ids.map((id) => ({ colour: someColour(draw, ballots), yes: [id] }))),
  (ballots, draw, ids) =>
    void ballots.push({ colour: someColour(draw, ballots), yes: ids.filter(() => draw(2) === 0).slice(0, 1) }),
  (ballots, draw) => void (ballots.length > 1 && ballots.splice(draw(ballots.length), 1)),
  (ballots, draw, ids) => {
    const at = draw(ballots.length);
    const [ballot, id] = [ballots[at], ids[draw(ids.length)]];
    if (ballot && id)
      ballots[at] = {
        ...ballot,
        yes: ballot.yes.includes(id) ? ballot.yes.filter((own) => own !== id) : [...ballot.yes, id]
      };
  }
];
