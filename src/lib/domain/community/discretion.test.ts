import { describe, expect, test } from 'vitest';
import { discretionCases } from '../../../../tests/support/discretion-cases.ts';
import { isHidden, isVoteHidden, lastDayOfVote, toldFrom, toldStage } from './discretion.ts';

const discreet = { discreet: true, hiddenUntil: null };
const open = { discreet: false, hiddenUntil: null };

test.each(discretionCases)('%s', (_, discretion, lastDay, today, hidden) => {
  expect(isHidden(discretion, lastDay, today)).toBe(hidden);
});

test('while nobody knows the day, no day tells', () => {
  expect(isHidden(discreet, null, '2099-01-01')).toBe(true);
  expect(isHidden(open, null, '2026-07-05')).toBe(false);
});

test('the later of the two days tells', () => {
  expect(toldFrom(discreet, '2026-12-31')).toBe('2027-01-01');
  expect(toldFrom({ ...discreet, hiddenUntil: '2027-02-01' }, '2026-12-31')).toBe('2027-02-01');
});

describe('the last day of a vote', () => {
  test.each([
    ['not counted yet', null, '2026-07-12'],
    ['counted that day', '2026-07-12', '2026-07-12'],
    ['counted the morning after', '2026-07-13', '2026-07-13'],
    ['counted earlier than called for', '2026-07-11', '2026-07-12']
  ])('%s', (_, countedOn, day) => {
    expect(lastDayOfVote({ day: '2026-07-12', countedOn })).toBe(day);
  });
});

describe('a consultation', () => {
  const counted = { day: '2026-07-12', countedOn: '2026-07-12' };
  test.each([
    ['a call for proposals: the vote is to come', 'proposing', null, '2026-07-01', true],
    ['frozen, its day long past: it may be held late', 'frozen', { ...counted, countedOn: null }, '2026-08-01', true],
    ['counted and not published yet', 'voting', counted, '2026-07-20', true],
    ['decided, the same evening', 'decided', counted, '2026-07-12', true],
    ['decided, the day after', 'decided', counted, '2026-07-13', false],
    ['another ballot is to come', 'second-ballot', counted, '2026-07-20', true],
    ['nobody came: no decision, the day after', 'no-decision', { ...counted, countedOn: null }, '2026-07-13', false],
    ['examined again after it', 'screening', counted, '2026-07-20', true],
    ['cancelled on the eve', 'cancelled', { ...counted, countedOn: null }, '2026-07-11', true],
    ['cancelled before any day was set', 'cancelled', null, '2026-07-01', false]
  ] as const)('%s', (_, stage, last, today, hidden) => {
    expect(isVoteHidden(discreet, stage, last, today)).toBe(hidden);
    expect(isVoteHidden(open, stage, last, today)).toBe(false);
  });

  test('that votes now is told as one whose ballot is fixed, and no other stage changes', () => {
    expect(toldStage(discreet, 'voting')).toBe('frozen');
    expect(toldStage(open, 'voting')).toBe('voting');
    expect(toldStage(discreet, 'decided')).toBe('decided');
  });
});
