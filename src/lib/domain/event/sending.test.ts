import { describe, expect, it, test } from 'vitest';
import type { Sending } from './announced-event.ts';
import { isOnSheets, isSpot, onAir, onSheetsSince } from './sending.ts';

const askedAt = '2026-07-01T08:00:00Z';
const asked = (answer: Sending['answer'] = null) => ({ sending: { askedAt, answer } });
const answered = (answer: 'sent' | 'held-back') => asked({ answer, reason: '', at: '2026-07-01T10:00:00Z' });
const at = (moment: string) => new Date(moment);

test.each([
  ['a draft', { sending: null }, '2026-08-01T00:00:00Z', 'draft', false],
  ['announced just now', asked(), askedAt, 'waiting', false],
  ['a second short of a day', asked(), '2026-07-02T07:59:59Z', 'waiting', false],
  ['after a day without an answer', asked(), '2026-07-02T08:00:00Z', 'unconfirmed', true],
  ['sent by a second person', answered('sent'), '2026-07-01T10:00:00Z', 'sent', true],
  ['held back: no day goes by that ends it', answered('held-back'), '2026-07-09T08:00:00Z', 'held-back', false]
] as const)('%s', (_, event, now, state, isThere) => {
  expect(onAir(event, at(now))).toBe(state);
  expect(isOnSheets(event, at(now))).toBe(isThere);
});

describe('it came onto the sheets', () => {
  it('when it was sent', () =>
    expect(onSheetsSince(answered('sent'), at('2026-07-03T00:00:00Z'))).toBe('2026-07-01T10:00:00Z'));
  it('when the wait was over', () =>
    expect(onSheetsSince(asked(), at('2026-07-03T00:00:00Z'))).toBe('2026-07-02T08:00:00Z'));
  it('never, while it waits', () => expect(onSheetsSince(asked(), at(askedAt))).toBeNull());
});

test.each([
  ['sent', answered('sent'), null, false, true],
  ['after a day without an answer: a program can not say that nobody confirmed', asked(), null, false, false],
  ['cancelled', answered('sent'), '2026-07-02T08:00:00Z', false, false],
  ['told by the radio alone', answered('sent'), null, true, false]
] as const)('a program may air what was %s', (_, event, cancelledAt, hidden, may) => {
  expect(isSpot({ ...event, cancelledAt, hidden }, at('2026-07-03T00:00:00Z'))).toBe(may);
});
