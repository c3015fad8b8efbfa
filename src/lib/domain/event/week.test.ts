import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, parseDay, weekday } from './day.ts';
import { parseWeek, weekAfter, weekBefore, weekOf } from './week.ts';

describe('parseDay', () => {
  it.each([
    ['2026-07-05', '2026-07-05'],
    [' 2026-07-05 ', '2026-07-05'],
    ['5/7/2026', '2026-07-05'],
    ['05.07.2026', '2026-07-05'],
    ['29/2/2028', '2028-02-29']
  ])('reads %j', (typed, day) => expect(parseDay(typed)).toBe(day));

  it.each([
    '',
    '2026-06-31',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '5/7/26',
    '2026-7-5',
    'demain',
    '2026-07-05T10:00'
  ])('refuses %j', (typed) => expect(parseDay(typed)).toBeNull());
});

describe('weekOf', () => {
  it.each([
    ['a Monday', '2026-06-29', '2026-W27', '2026-06-29'],
    ['its Sunday', '2026-07-05', '2026-W27', '2026-06-29'],
    ['the Monday after', '2026-07-06', '2026-W28', '2026-07-06'],
    ['a year of 53 weeks', '2027-01-01', '2026-W53', '2026-12-28'],
    ['a week that begins the year before', '2025-12-30', '2026-W01', '2025-12-29'],
    ['a new year on a Monday', '2029-01-01', '2029-W01', '2029-01-01']
  ])('%s', (_name, day, code, monday) => {
    expect(weekOf(day)).toEqual({ code, monday, sunday: addDays(monday, 6) });
  });
});

describe('parseWeek', () => {
  it('takes a code in either case, or any day', () => {
    const week = { code: '2026-W27', monday: '2026-06-29', sunday: '2026-07-05' };
    for (const named of ['2026-W27', '2026-w27', '2026-07-01', '1/7/2026']) expect(parseWeek(named)).toEqual(week);
  });

  it.each(['2025-W53', '2026-W00', '2026-W54', '2026-W7', '9999-W52', '9999-12-31', 'next', ''])(
    'refuses %j',
    (named) => expect(parseWeek(named)).toBeNull()
  );
});

it('every day lies in a week that reads back by its code, between its Monday and its Sunday', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }), (date) => {
      const day = dayOf(date);
      const week = weekOf(day);
      expect(weekday(week.monday)).toBe(1);
      expect(week.monday <= day && day <= week.sunday).toBe(true);
      expect(parseWeek(week.code)).toEqual(week);
      expect(weekBefore(weekAfter(week))).toEqual(week);
    })
  );
});
