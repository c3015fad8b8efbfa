import { describe, expect, test } from 'vitest';
import { newAssembly } from '#lib/domain/assembly/state.ts';
import { pack, sha256 } from '../../../../../tests/support/assemblies.ts';
import { readySteps, saidBefore, stepNow } from './ready-steps.ts';

const fresh = newAssembly(sha256, pack(), { enrolled: 3, role: 'leading' });
const zero = { ...fresh.ballot, zeroReport: true };
const nothing = { heard: false, chosen: false };
const names = (...asked: Parameters<typeof readySteps>) => readySteps(...asked).map(({ step }) => step);

describe('what comes before a vote', () => {
  test('on the leading phone everything, in its order', () => {
    expect(names(fresh, nothing)).toEqual(['agreed', 'channel', 'practice', 'zero', 'open']);
  });

  test('a second phone shows its box only', () => {
    expect(names({ ...fresh, role: 'second' }, nothing)).toEqual(['zero', 'open']);
  });

  test('people who vote with stones see no box of the phone', () => {
    expect(names({ ...fresh, ballot: { ...fresh.ballot, channel: 'stones' } }, nothing)).not.toContain('zero');
  });

  test('a later ballot asks how people vote, and practises nothing', () => {
    expect(names({ ...fresh, past: [fresh.ballot], practised: true }, nothing)).toEqual(['channel', 'zero', 'open']);
  });
});

describe('the step that is now', () => {
  test('is the first that is not done', () => {
    expect(stepNow(readySteps(fresh, nothing))).toBe('agreed');
    expect(stepNow(readySteps(fresh, { heard: true, chosen: false }))).toBe('channel');
    expect(stepNow(readySteps({ ...fresh, practised: true }, { heard: true, chosen: true }))).toBe('zero');
    expect(stepNow(readySteps({ ...fresh, practised: true, ballot: zero }, { heard: true, chosen: true }))).toBe(
      'open'
    );
  });
});

describe('after the page was opened anew', () => {
  test('nothing is asked again once people have practised', () => {
    expect(saidBefore(fresh)).toEqual(nothing);
    expect(saidBefore({ ...fresh, practised: true })).toEqual({ heard: true, chosen: true });
  });

  test('a later ballot asks how people vote until its own box is shown', () => {
    const later = { ...fresh, past: [fresh.ballot], practised: true };
    expect(saidBefore(later).chosen).toBe(false);
    expect(saidBefore({ ...later, ballot: zero }).chosen).toBe(true);
  });
});
