import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sumOver } from '#lib/domain/vote/colours.ts';
import { defaultQuorum, judgeQuorum, type QuorumCheck, type QuorumQuestion } from '#lib/domain/vote/quorum.ts';
import { byColour, type Four } from '../../../../tests/support/tallies.ts';

const usual: QuorumQuestion = {
  present: byColour([20, 20, 10, 10]),
  adults: { hosts: 200, returned: 100 },
  households: 100,
  call: 'first',
  settings: defaultQuorum
};

const judge = (change: Partial<QuorumQuestion> & { people?: Four }) => {
  const { people, ...more } = change;
  return judgeQuorum({ ...usual, ...(people ? { present: byColour(people) } : {}), ...more });
};

const check = (group: QuorumCheck['group'], change: Partial<QuorumQuestion> & { people?: Four }) =>
  judge(change).checks.find((each) => each.group === group);

test('a usual assembly meets every floor', () => {
  expect(judge({})).toEqual({
    met: true,
    checks: [
      { group: 'everybody', present: 60, needed: 30, met: true },
      { group: 'women', present: 30, needed: 13, met: true },
      { group: 'hosts', present: 40, needed: 10, met: true },
      { group: 'returned', present: 20, needed: 8, met: true }
    ]
  });
});

describe('women: three in ten of those present', () => {
  test.each<[Four, number, boolean]>([
    [[30, 70, 0, 0], 30, true],
    [[29, 71, 0, 0], 31, false],
    [[29, 70, 0, 0], 30, false],
    [[15, 35, 15, 35], 30, true],
    [[10, 0, 10, 0], 0, true]
  ])('%j: %i asked, %s', (people, needed, met) => expect(check('women', { people })).toMatchObject({ needed, met }));

  test('men have no floor: an assembly of women votes', () => {
    expect(judge({ people: [30, 0, 15, 0] }).met).toBe(true);
  });
});

describe('hosts and returned: half the share or ten people, never fewer than five or all who live there', () => {
  test.each<[string, Four, { hosts: number | null; returned: number | null }, number, boolean]>([
    ['half the share asks less than five', [25, 31, 2, 2], { hosts: 230, returned: 20 }, 5, false],
    ['five are enough then', [25, 30, 3, 2], { hosts: 230, returned: 20 }, 5, true],
    ['half the share asks seven: 2 · 7 · 300 ≥ 100 · 42', [25, 10, 4, 3], { hosts: 200, returned: 100 }, 7, true],
    ['with six it is refused', [25, 10, 3, 3], { hosts: 200, returned: 100 }, 7, false],
    ['ten people always do', [100, 100, 5, 5], { hosts: 100, returned: 300 }, 10, true],
    ['nine do not', [100, 100, 5, 4], { hosts: 100, returned: 300 }, 10, false],
    ['three live there: all three', [30, 30, 2, 1], { hosts: 200, returned: 3 }, 3, true],
    ['three live there, two came', [30, 30, 1, 1], { hosts: 200, returned: 3 }, 3, false],
    ['none lives there: no floor', [30, 30, 0, 0], { hosts: 200, returned: 0 }, 0, true],
    ['unknown: five people', [30, 30, 3, 2], { hosts: 200, returned: null }, 5, true],
    ['unknown, four came', [30, 30, 2, 2], { hosts: 200, returned: null }, 5, false],
    ['the hosts unknown: no share, all three who live there', [30, 30, 2, 1], { hosts: null, returned: 3 }, 3, true],
    ['the hosts unknown, many returned: five', [30, 30, 3, 2], { hosts: null, returned: 300 }, 5, true],
    ['nobody knows anything: five', [30, 30, 3, 2], { hosts: null, returned: null }, 5, true]
  ])('%s', (_name, people, adults, needed, met) => {
    expect(check('returned', { people, adults })).toMatchObject({ needed, met });
  });

  test('hosts have the same floor', () => {
    expect(check('hosts', { people: [2, 2, 30, 30] })).toMatchObject({ present: 4, needed: 10, met: false });
  });
});

describe('in total: three in ten households, at most 150, half at the second call', () => {
  test.each<[number | null, 'first' | 'second', number]>([
    [100, 'first', 30],
    [101, 'first', 31],
    [100, 'second', 15],
    [101, 'second', 16],
    [10, 'second', 2],
    [500, 'first', 150],
    [5000, 'first', 150],
    [5000, 'second', 75],
    [0, 'first', 1],
    [1, 'second', 1],
    // A field left empty asks for the most: it must not be a way round the quorum.
    [null, 'first', 150],
    [null, 'second', 75]
  ])('%s households, %s call: %i people', (households, call, needed) => {
    expect(check('everybody', { households, call })).toMatchObject({ needed, met: 60 >= needed });
  });

  test('the group floors stay at the second call', () => {
    expect(judge({ call: 'second', people: [20, 20, 2, 2], adults: { hosts: 230, returned: 20 } })).toMatchObject({
      met: false
    });
  });

  test('nobody present never meets', () => {
    const nobody = judge({ people: [0, 0, 0, 0], adults: { hosts: 0, returned: 0 }, households: 0, call: 'second' });
    expect(nobody.met).toBe(false);
    expect(nobody.checks.filter((each) => !each.met)).toEqual([
      { group: 'everybody', present: 0, needed: 1, met: false }
    ]);
  });
});

test('the settings of a consultation replace the defaults', () => {
  const settings = { womenPercent: 0, statusEnough: 3, statusLeast: 2, householdsPercent: 10, mostAsked: 5 };
  const judged = judge({ settings, people: [0, 3, 0, 2], adults: { hosts: 50, returned: null } });
  expect(judged.checks.map(({ needed }) => needed)).toEqual([5, 0, 2, 2]);
  expect(judged.met).toBe(true);
});

test('what is asked is exactly what the rule says, word for word', () => {
  const people = fc.nat(40);
  const known = fc.option(fc.nat(400));
  const questions = fc.record({
    present: fc.record({ HW: people, HM: people, RW: people, RM: people }),
    adults: fc.record({ hosts: known, returned: known }),
    households: fc.nat(800),
    call: fc.constantFrom('first' as const, 'second' as const),
    settings: fc.constant(defaultQuorum)
  });
  fc.assert(
    fc.property(questions, (question) => {
      const { present, adults } = question;
      const everybody = sumOver('everybody', present);
      const said = (group: 'hosts' | 'returned'): boolean => {
        const here = sumOver(group, present);
        const own = adults[group];
        if (own === 0) return true;
        if (own === null) return here >= 5;
        if (adults.hosts === null || adults.returned === null) return here >= Math.min(5, own);
        const half = 2 * here * (adults.hosts + adults.returned) >= own * everybody;
        return (half || here >= 10) && here >= Math.min(5, own);
      };
      const total = Math.min(10 * 150, 3 * question.households) / (question.call === 'first' ? 10 : 20);
      expect(Object.fromEntries(judgeQuorum(question).checks.map(({ group, met }) => [group, met]))).toEqual({
        everybody: everybody >= total && everybody > 0,
        women: 10 * sumOver('women', present) >= 3 * everybody,
        hosts: said('hosts'),
        returned: said('returned')
      });
    }),
    { numRuns: 1000 }
  );
});
