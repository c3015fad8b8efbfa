import { describe, expect, test } from 'vitest';
import { optionId, sealed, tallyOf } from '../../../../tests/support/tallies.ts';
import { withoutGroups } from './discreet-view.ts';
import { publish, type FullView } from './published.ts';

const clear = publish(sealed(tallyOf([10, 10, 10, 10], { A: [10, 10, 3, 3], B: [6, 6, 6, 6], C: [9, 9, 4, 4] })));

test('the winner and the yes of each stay, nothing by group does', () => {
  expect(withoutGroups(clear)).toEqual({
    size: 'full',
    poll: 'first',
    rule: 'accepted-by-all',
    outcome: { kind: 'winner', winner: 'C', tied: [], rung: null },
    follows: { step: 'decided', winner: 'C' },
    reason: { code: 'winner-accepted-by-all', winner: 'C', options: [], yes: 26, ballots: 40 },
    ballots: 40,
    options: [
      { id: 'A', yes: 26, acceptedByEvery: null },
      { id: 'B', yes: 24, acceptedByEvery: null },
      { id: 'C', yes: 26, acceptedByEvery: null }
    ],
    turnout: { status: null, sex: null },
    youth: null,
    disability: null,
    disputes: null
  });
});

test('below 20 there is nothing more to hide', () => {
  const small = publish(sealed(tallyOf([5, 5, 5, 4], { A: [4, 3, 3, 2] })));
  expect(withoutGroups(small)).toEqual(small);
});

describe('how a tie was broken', () => {
  test.each(['lowest-rate', 'leximin', 'lot', 'casting-vote'] as const)('by %s is not told', (rung) => {
    const full = clear as FullView;
    const broken: FullView = {
      ...full,
      outcome: { ...full.outcome, rung },
      reason: { ...full.reason, code: `winner-${rung}`, winner: optionId('C') }
    };
    const told = withoutGroups(broken);
    expect(told.reason).toMatchObject({ code: 'winner-discreet', winner: 'C', yes: 26 });
    expect(told.outcome.rung).toBeNull();
  });
});
