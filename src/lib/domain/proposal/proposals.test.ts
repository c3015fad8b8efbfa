import { describe, expect, it } from 'vitest';
import type { Stage } from '#lib/domain/community/consultation-stages.ts';
import type { ConsultationId, ProposalId } from '#lib/domain/shared/ids.ts';
import { carriersOf, countByCarrier } from './carriers.ts';
import { whyCannotMerge, type Mergeable } from './merging.ts';
import { isPublic, stateOf } from './proposal-states.ts';
import { takesProposals, takesScreening } from './receiving.ts';

describe('stateOf', () => {
  it.each([
    [{ merged: false, feasible: null }, 'waiting', false],
    [{ merged: false, feasible: true }, 'feasible', true],
    [{ merged: false, feasible: false }, 'not-feasible', true],
    [{ merged: true, feasible: null }, 'merged', false],
    [{ merged: true, feasible: true }, 'merged', false]
  ])('%o is %s, public %s', (proposal, state, shown) => {
    expect(stateOf(proposal)).toBe(state);
    expect(isPublic(stateOf(proposal))).toBe(shown);
  });
});

describe('when proposals are taken and examined', () => {
  const cases: [Stage | null, visitor: boolean, desk: boolean, screening: boolean][] = [
    [null, false, false, false],
    ['proposing', true, true, true],
    ['screening', false, true, true],
    ['frozen', false, false, false],
    ['voting', false, false, false],
    ['no-decision', false, false, false],
    ['decided', false, false, false],
    ['cancelled', false, false, false]
  ];
  it.each(cases)('at %s: visitors %s, desk %s, screening %s', (stage, visitor, desk, screening) => {
    expect(takesProposals(stage, false)).toBe(visitor);
    expect(takesProposals(stage, true)).toBe(desk);
    expect(takesScreening(stage)).toBe(screening);
  });
});

describe('whyCannotMerge', () => {
  const proposal = (id: string, more: Partial<Mergeable> = {}): Mergeable => ({
    id: id as ProposalId,
    consultation: 'c' as ConsultationId,
    merged: false,
    joined: 0,
    withheld: false,
    ...more
  });
  it.each([
    ['two that stand alone', proposal('a'), proposal('b'), null],
    ['into one that others joined', proposal('a'), proposal('b', { joined: 2 }), null],
    ['itself', proposal('a'), proposal('a'), 'merge-into-itself'],
    [
      'another consultation',
      proposal('a'),
      proposal('b', { consultation: 'd' as ConsultationId }),
      'merge-other-consultation'
    ],
    ['one that joined already', proposal('a', { merged: true }), proposal('b'), 'merge-already'],
    ['into one that joined another', proposal('a'), proposal('b', { merged: true }), 'merge-into-merged'],
    ['one that is withheld', proposal('a', { withheld: true }), proposal('b'), 'merge-withheld'],
    ['into one that is withheld', proposal('a'), proposal('b', { withheld: true }), 'merge-withheld'],
    ['one that others joined', proposal('a', { joined: 1 }), proposal('b'), 'merge-carries-others']
  ])('%s', (_, one, into, refusal) => {
    expect(whyCannotMerge(one, into)).toBe(refusal);
  });
});

describe('carriers', () => {
  it('names each group once, its own first', () => {
    expect(carriersOf('women', ['youth', 'women', 'returned'])).toEqual(['women', 'youth', 'returned']);
  });

  it('counts returned women as women and as returned', () => {
    expect(countByCarrier(['women', 'returned-women', 'returned', 'hosts', 'everyone'])).toEqual({
      total: 5,
      women: 2,
      returned: 2
    });
    expect(countByCarrier([])).toEqual({ total: 0, women: 0, returned: 0 });
  });
});
