import { describe, expect, test } from 'vitest';
import type { AccountId, ProposalId } from '#lib/domain/shared/ids.ts';
import type { ProposerGroup } from '#lib/domain/proposal/proposer-groups.ts';
import type { Screening } from '#lib/domain/proposal/screening.ts';
import { whyCannotFreeze, type FreezeCandidate } from '#lib/domain/vote/freeze.ts';

const proposal = (id: string): ProposalId => id as ProposalId;
const account = (id: string): AccountId => id as AccountId;

const feasible: Screening = {
  feasible: true,
  cost: 4_000_000,
  land: 'agreed',
  upkeepOwner: 'The water committee',
  beneficiaries: 'Six hundred people',
  reason: '',
  withheld: false
};
const infeasible: Screening = { ...feasible, feasible: false, cost: null, reason: 'No water at that depth.' };
const explained = { reason: 'Stones chose the others.', by: [account('one'), account('two')] };

const candidate = (id: string, more: Partial<FreezeCandidate> = {}): FreezeCandidate => ({
  id: proposal(id),
  proposerGroups: ['everyone'],
  screening: feasible,
  leftOff: null,
  ...more
});

const candidates = (count: number): FreezeCandidate[] =>
  'abcdefg'
    .slice(0, count)
    .split('')
    .map((id) => candidate(id));

const codes = (list: readonly FreezeCandidate[], chosen: string): string[] =>
  whyCannotFreeze({ candidates: list, chosen: chosen.split('').map(proposal), sumAvailable: 5_000_000 }).map(
    ({ code, field }) => (field ? `${code} ${field}` : code)
  );

describe('how many options', () => {
  test.each([
    [3, 'abc'],
    [4, 'abcd'],
    [5, 'abcde'],
    [2, 'ab']
  ])('%i feasible, all of them: frozen', (count, chosen) => expect(codes(candidates(count), chosen)).toEqual([]));

  test('none feasible', () => {
    expect(codes([candidate('a', { screening: infeasible })], '')).toEqual(['freeze-none-feasible']);
  });

  test('one alone goes to ratification', () => {
    expect(codes([candidate('a'), candidate('b', { screening: infeasible })], 'a')).toEqual([]);
    expect(codes([candidate('a'), candidate('b', { screening: infeasible })], '')).toContain('freeze-too-few');
  });

  test('six are refused, although six are feasible', () => {
    expect(codes(candidates(6), 'abcdef')).toEqual(['freeze-too-many']);
  });

  test('two of three, or one of two, are too few even with a reason', () => {
    const left = candidate('c', { leftOff: explained });
    expect(codes([...candidates(2), left], 'ab')).toEqual(['freeze-too-few']);
    expect(codes([candidate('a'), left], 'a')).toEqual(['freeze-too-few']);
  });

  test('one proposal twice is not three options', () => {
    expect(codes(candidates(3), 'abca')).toEqual(['freeze-option-twice']);
  });
});

describe('what stands on it', () => {
  test('only feasible proposals of this consultation', () => {
    const list = [...candidates(3), candidate('d', { screening: infeasible })];
    expect(codes(list, 'abcd')).toEqual(['freeze-not-feasible d']);
    expect(codes(list, 'abcx')).toEqual(['freeze-not-feasible x']);
  });

  test('a cost that no longer fits the sum stops it', () => {
    const dear = candidate('c', { screening: { ...feasible, cost: 5_000_001 } });
    expect(codes([...candidates(2), dear], 'abc')).toEqual(['freeze-screening-incomplete c']);
  });

  test('so does a proposal that nobody examined, and a no without a reason', () => {
    const unseen = candidate('d', { screening: { ...feasible, feasible: null } });
    const silent = candidate('e', { screening: { ...infeasible, reason: ' ' } });
    expect(codes([...candidates(3), unseen, silent], 'abc')).toEqual([
      'freeze-screening-incomplete d',
      'freeze-screening-incomplete e'
    ]);
  });
});

describe('feasible proposals left off', () => {
  test.each([
    [null, ['freeze-reason-missing d']],
    [{ reason: '  ', by: explained.by }, ['freeze-reason-missing d']],
    [{ reason: 'Too far.', by: [account('one')] }, ['freeze-reason-needs-two d']],
    [{ reason: 'Too far.', by: [account('one'), account('one')] }, ['freeze-reason-needs-two d']],
    [explained, []]
  ])('%j', (leftOff, expected) => {
    expect(codes([...candidates(3), candidate('d', { leftOff })], 'abc')).toEqual(expected);
  });

  test('a proposal screened out has its reason already', () => {
    expect(codes([...candidates(3), candidate('d', { screening: infeasible })], 'abc')).toEqual([]);
  });
});

describe('women and returned people carry an option, if they proposed a feasible one', () => {
  const by = (proposerGroup: ProposerGroup, id = 'd') =>
    candidate(id, { proposerGroups: [proposerGroup], leftOff: explained });

  test.each<[ProposerGroup, string[]]>([
    ['women', ['freeze-none-by-women']],
    ['returned', ['freeze-none-by-returned']],
    ['returned-women', ['freeze-none-by-women', 'freeze-none-by-returned']],
    ['men', []]
  ])('left off: %s', (group, expected) => {
    expect(codes([...candidates(3), by(group)], 'abc')).toEqual(expected);
    expect(codes([...candidates(3), by(group)], 'abcd')).toEqual([]);
  });

  test('one of theirs is enough, and one by returned women counts for both', () => {
    const list = [...candidates(2), by('returned-women', 'c'), by('women', 'd'), by('returned', 'e')];
    expect(codes(list, 'abc')).toEqual([]);
  });

  test('a duplicate by women that joined another proposal carries it', () => {
    const merged = candidate('c', { proposerGroups: ['men', 'women'] });
    expect(codes([...candidates(2), merged, by('women')], 'abc')).toEqual([]);
  });

  test('one that is not feasible asks for nothing', () => {
    const list = [...candidates(3), candidate('d', { proposerGroups: ['women'], screening: infeasible })];
    expect(codes(list, 'abc')).toEqual([]);
  });
});
