import { describe, expect, it } from 'vitest';
import { endAfterMove, isOver, parseHour, readEventTime } from './event-time.ts';

const now = new Date('2026-07-05T09:00:00Z');

describe('parseHour', () => {
  it.each([
    ['16:30', '16:30'],
    ['16h30', '16:30'],
    ['16 h 30', '16:30'],
    ['16 h', '16:00'],
    ['16H', '16:00'],
    ['16', '16:00'],
    ['9h05', '09:05'],
    ['0:00', '00:00'],
    [' 23:59 ', '23:59']
  ])('reads %j', (typed, hour) => expect(parseHour(typed)).toBe(hour));

  it.each(['', '24:00', '16:60', '16h5', '4 pm', '-1', '16:30:00', 'midi'])('refuses %j', (typed) =>
    expect(parseHour(typed)).toBeNull()
  );
});

describe('readEventTime', () => {
  it.each([
    ['this afternoon', { day: '2026-07-05', hour: '16h' }, { startsAt: '2026-07-05T16:00:00Z', endsAt: null }],
    ['this very minute', { day: '2026-07-05', hour: '09:00' }, { startsAt: '2026-07-05T09:00:00Z', endsAt: null }],
    ['a year ahead', { day: '2027-07-06', hour: '8' }, { startsAt: '2027-07-06T08:00:00Z', endsAt: null }],
    [
      'an empty end',
      { day: '2026-07-06', hour: '8', endHour: ' ' },
      { startsAt: '2026-07-06T08:00:00Z', endsAt: null }
    ],
    [
      'with an end',
      { day: '2026-07-06', hour: '8', endHour: '8h30' },
      { startsAt: '2026-07-06T08:00:00Z', endsAt: '2026-07-06T08:30:00Z' }
    ]
  ])('takes %s', (_name, typed, value) => expect(readEventTime(typed, now)).toEqual({ ok: true, value }));

  it.each([
    ['no day', { day: '', hour: '16h' }, 'day-invalid', 'day'],
    ['no hour', { day: '2026-07-06', hour: '' }, 'hour-invalid', 'hour'],
    ['yesterday', { day: '2026-07-04', hour: '23:59' }, 'event-in-past', 'day'],
    ['an hour ago', { day: '2026-07-05', hour: '8h59' }, 'event-in-past', 'hour'],
    ['over a year ahead', { day: '2027-07-07', hour: '8h' }, 'event-too-far', 'day'],
    ['an end that is no hour', { day: '2026-07-06', hour: '8h', endHour: 'soir' }, 'hour-invalid', 'endHour'],
    ['an end before the start', { day: '2026-07-06', hour: '8h', endHour: '7h' }, 'event-ends-before-start', 'endHour'],
    ['an end at the start', { day: '2026-07-06', hour: '8h', endHour: '8' }, 'event-ends-before-start', 'endHour']
  ])('refuses %s', (_name, typed, code, field) => {
    expect(readEventTime(typed, now)).toEqual({ ok: false, refusal: { code, field } });
  });
});

it('a moved event lasts as long as it did, past midnight too', () => {
  const before = { startsAt: '2026-07-05T16:00:00Z', endsAt: '2026-07-05T18:30:00Z' };
  expect(endAfterMove(before, '2026-07-07T22:00:00Z')).toBe('2026-07-08T00:30:00Z');
  expect(endAfterMove({ ...before, endsAt: null }, '2026-07-07T22:00:00Z')).toBeNull();
});

it('an event is over from the next day on', () => {
  const event = { startsAt: '2026-07-05T08:00:00Z' };
  expect(isOver(event, new Date('2026-07-05T23:59:59Z'))).toBe(false);
  expect(isOver(event, new Date('2026-07-06T00:00:00Z'))).toBe(true);
});
