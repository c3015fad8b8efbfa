import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publish, type FullView } from '#lib/domain/result/published.ts';
import { acceptedByAll } from '#lib/domain/vote/rules/accepted-by-all.ts';
import type { Colour } from '#lib/domain/vote/colours.ts';
import { tallyBallots, type Tally } from '#lib/domain/vote/tally.ts';
import { optionId, tallyOf } from '../../../../tests/support/tallies.ts';

const upTo = (most: number): number[] => Array.from({ length: Math.max(0, most) + 1 }, (_, number) => number);

/** Every way in which ballots can fall on the four colours, given the turnout that is published. */
function* sizesThatFit({ ballots, turnout: { status, sex } }: FullView): Generator<[number, number, number, number]> {
  for (const HW of upTo(ballots))
    for (const HM of upTo(ballots - HW))
      for (const RW of upTo(ballots - HW - HM)) {
        const RM = ballots - HW - HM - RW;
        const fits = (!status || HW + HM === status.hosts) && (!sex || HW + RW === sex.women);
        if (fits) yield [HW, HM, RW, RM];
      }
}

/** Whether somebody who knows only the view can work out how many hosts, or how many women, said yes to an option. */
function canWorkOut(view: FullView, option: FullView['options'][number], group: 'hosts' | 'women'): boolean {
  const found = new Set<number>();
  for (const [HW, HM, RW, RM] of sizesThatFit(view))
    for (const hw of upTo(Math.min(HW, option.yes)))
      for (const hm of upTo(Math.min(HM, option.yes - hw)))
        for (const rw of upTo(Math.min(RW, option.yes - hw - hm))) {
          const rm = option.yes - hw - hm - rw;
          if (rm > RM) continue;
          const gates = [
            [option.yes, view.ballots],
            [hw + hm, HW + HM],
            [rw + rm, RW + RM],
            [hw + rw, HW + RW],
            [hm + rm, HM + RM]
          ].filter(([, ballots = 0], place) => place === 0 || ballots >= 5);
          if (gates.every(([yes = 0, ballots = 0]) => 3 * yes >= ballots) !== option.acceptedByEvery) continue;
          found.add(group === 'hosts' ? hw + hm : hw + rw);
          if (found.size > 1) return false;
        }
  return true;
}

const publishAll = (tally: Tally): FullView | null => {
  const view = publish({
    poll: 'first',
    rule: acceptedByAll,
    tally,
    outcome: acceptedByAll.decide(tally),
    lastRung: 'lot',
    attendance: { youth: null, disability: null, disputes: null }
  });
  return view.size === 'full' ? view : null;
};

test('a stranger who tries every possible poll never finds how a group voted, unless the vote was unanimous', () => {
  // Sizes drawn unevenly, so that one group is often near five; ballots without colour are another test's.
  const lean = fc.array(
    fc.record({ colour: fc.constantFrom<Colour>('HW', 'HW', 'HM', 'HM', 'HM', 'RW', 'RM'), bits: fc.nat(7) }),
    {
      minLength: 20,
      maxLength: 34,
      size: 'max'
    }
  );
  fc.assert(
    fc.property(lean, (drawn) => {
      const ids = ['x', 'y', 'z'].map(optionId);
      const ballots = drawn.map(({ colour, bits }) => ({ colour, yes: ids.filter((_, place) => (bits >> place) % 2) }));
      const tally = tallyBallots(ids, ballots);
      const view = publishAll(tally);
      if (!view) return;
      for (const option of view.options) {
        if (option.yes === 0 || option.yes === view.ballots) continue;
        expect([canWorkOut(view, option, 'hosts'), canWorkOut(view, option, 'women')]).toEqual([false, false]);
      }
    }),
    { numRuns: 300 }
  );
});

test('the attack works on a view that tells too much', () => {
  const tally = tallyOf([9, 9, 3, 3], { A: [3, 3, 1, 1], B: [6, 6, 3, 3] });
  const view = publishAll(tally);
  const careless = view && { ...view, turnout: { status: { hosts: 18, returned: 6 }, sex: { women: 12, men: 12 } } };
  const [first] = careless?.options ?? [];
  expect(careless && first && canWorkOut(careless, first, 'hosts')).toBe(true);
  expect(view && first && canWorkOut(view, first, 'hosts')).toBe(false);
});
