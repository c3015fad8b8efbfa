import { expect, test } from 'vitest';
import { sameWeekdayAhead, weeklyDays } from './series.ts';

test('weeks pass over months and years', () => {
  expect(weeklyDays('2026-12-24', 3)).toEqual(['2026-12-24', '2026-12-31', '2027-01-07']);
});

test.each([
  ['one that is still to come is done again a week later', '2026-07-12T16:00:00Z', '2026-07-19'],
  ['last week’s comes again this week', '2026-07-04T16:00:00Z', '2026-07-11'],
  ['of long ago: the next such weekday', '2025-07-02T16:00:00Z', '2026-07-08'],
  ['a week ago to the hour', '2026-06-28T12:00:00Z', '2026-07-12'],
  ['today, later in the day', '2026-06-28T16:00:00Z', '2026-07-05'],
  ['today, an hour that passed', '2026-06-28T08:00:00Z', '2026-07-12']
])('%s', (_, startsAt, day) => {
  expect(sameWeekdayAhead(startsAt, new Date('2026-07-05T12:00:00Z'))).toBe(day);
});
