// Owns polls drawn by chance and somebody who knows everything that is public about them: for each figure that is hidden, another
// poll that looks the same in public and differs in that figure. The short run and the long one share it.
import fc from 'fast-check';
import { canonicalJson } from '#lib/domain/result/fingerprint.ts';
import { publish, type PublishedView } from '#lib/domain/result/published.ts';
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { colourCodes, type Colour } from '#lib/domain/vote/colours.ts';
import { ruleOfPoll, type PollKind } from '#lib/domain/vote/polls.ts';
import type { RuleId } from '#lib/domain/vote/rules/index.ts';
import { groupBallots, groupYes, tallyBallots, type CountedBallot, type Tally } from '#lib/domain/vote/tally.ts';
import { moves, movesOfSmall } from './suppositions.ts';
import { sealed } from './tallies.ts';

export type Table = {
  readonly poll: PollKind;
  readonly chosen: RuleId;
  readonly ids: readonly OptionId[];
  readonly ballots: readonly CountedBallot[];
  readonly seed: number;
};

const groups = ['hosts', 'returned', 'women', 'men'] as const;
const all = ['x', 'y', 'z', 'w'] as OptionId[];

/** Most groups uneven, so that one is often near the five people below which nothing is told. */
const leanings: readonly (readonly (Colour | null)[])[] = [
  colourCodes,
  ['HW', 'HW', 'HM', 'HM', 'HM', 'RW', 'RM'],
  ['HW', 'HW', 'HW', 'HW', 'HM', 'HM', 'HM', 'HM', 'RM'],
  ['HW', 'HM', 'HM', 'HM', 'HM', 'RM', 'RM', 'RM', 'RM'],
  ['HW', 'HM', 'RW', 'RM', null]
];

export const tables: fc.Arbitrary<Table> = fc
  .record({
    poll: fc.constantFrom<PollKind>('first', 'second-none-eligible', 'second-tie', 'ratification'),
    chosen: fc.constantFrom<RuleId>('accepted-by-all', 'approval', 'plurality'),
    leaning: fc.constantFrom(...leanings),
    options: fc.integer({ min: 2, max: 4 }),
    seed: fc.nat()
  })
  .chain(({ poll, chosen, leaning, options, seed }) => {
    const ids = all.slice(0, poll === 'ratification' ? 1 : options);
    const one = ruleOfPoll(poll, chosen).marks === 'one';
    const yes = one ? fc.subarray(ids, { maxLength: 1 }) : fc.subarray(ids);
    const ballot = fc.record({ colour: fc.constantFrom(...leaning), yes });
    const ballots = fc.array(ballot, { minLength: 2, maxLength: 45, size: 'max' });
    return fc.record({
      poll: fc.constant(poll),
      chosen: fc.constant(chosen),
      ids: fc.constant(ids),
      ballots,
      seed: fc.constant(seed)
    });
  });

/** A small generator of its own: fast-check has drawn the poll, this draws what the stranger tries. */
export function drawer(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export const viewOf = ({ poll, chosen }: Table, tally: Tally): PublishedView =>
  publish(sealed(tally, { poll, chosen }));

/** Every figure that the view does not tell, by name, with its value in this poll. */
function hiddenFigures(view: PublishedView, tally: Tally): ReadonlyMap<string, number> {
  const figures = new Map<string, number>();
  const everybody = groupBallots(tally, 'everybody');
  for (const colour of colourCodes) figures.set(`ballots ${colour}`, tally.ballots[colour]);
  for (const group of groups) {
    const split = group === 'hosts' || group === 'returned' ? 'status' : 'sex';
    if (view.size === 'small' || view.turnout[split] === null)
      figures.set(`ballots ${group}`, groupBallots(tally, group));
  }
  if (view.size === 'small') figures.set('ballots', everybody);
  // Nobody marked anything, and the sentence says so: as unanimous as a vote can be.
  if (view.reason.code === 'small-none-marked') return figures;
  for (const option of tally.options) {
    const total = groupYes(option, 'everybody');
    if (view.size === 'small') figures.set(`yes ${option.id}`, total);
    // All or nobody: no form of publication hides how a group voted then, which the handbook says.
    if (view.size === 'full' && (total === 0 || total === everybody)) continue;
    for (const group of groups) figures.set(`yes ${option.id} ${group}`, groupYes(option, group));
    for (const colour of colourCodes) figures.set(`yes ${option.id} ${colour}`, option.yes[colour]);
  }
  return figures;
}

/** Steps of one walk among polls that look alike, and walks from the real poll before the stranger gives up. */
const [patience, enoughWalks] = [5_000, 60];

/** Steps that a walk goes on among polls that look otherwise before it turns back. */
const farthest = 8;

export type Searched = {
  readonly hidden: number;
  readonly size: 'small' | 'full';
  readonly computable: readonly string[];
};

type Attempt = { readonly told?: (view: PublishedView, tally: Tally) => PublishedView; readonly walks?: number };

const asIs = (view: PublishedView): PublishedView => view;

/**
 * @param told what is published, unless a test tells more. @returns the hidden figures for which no other poll was found; none
 * is the goal.
 */
export function searchHidden(table: Table, { told = asIs, walks = enoughWalks }: Attempt = {}): Searched {
  const { ids, ballots, seed, poll, chosen } = table;
  const rule = ruleOfPoll(poll, chosen);
  const real = tallyBallots(ids, ballots);
  const seen = (tally: Tally): PublishedView => told(viewOf(table, tally), tally);
  const view = seen(real);
  const known = canonicalJson(view);
  const figures = hiddenFigures(view, real);
  const open = new Set(figures.keys());
  const tried = view.size === 'small' ? [...moves, ...movesOfSmall] : moves;
  for (let walk = 0; walk < walks && open.size > 0; walk++) {
    const draw = drawer(seed + walk);
    let [home, away] = [[...ballots], 0];
    let now = home;
    for (let step = 0; step < patience && open.size > 0; step++) {
      // Every second walk also passes through polls that look otherwise: those alike may lie on islands.
      if (away > (walk % 2) * farthest) [now, away] = [home, 0];
      const next = [...now];
      for (let changes = 1 + draw(3); changes > 0; changes--) tried[draw(tried.length)]?.(next, draw, ids);
      if (rule.marks === 'one' && next.some(({ yes }) => yes.length > 1)) continue;
      const tally = tallyBallots(ids, next);
      now = next;
      away += 1;
      if (canonicalJson(seen(tally)) !== known) continue;
      [home, away] = [next, 0];
      const other = hiddenFigures(view, tally);
      for (const name of open) if (other.get(name) !== figures.get(name)) open.delete(name);
    }
  }
  return { hidden: figures.size, size: view.size, computable: [...open] };
}
