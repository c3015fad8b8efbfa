import { expect, test } from 'vitest';
import { readAiring } from './airing.ts';

const now = new Date('2026-07-05T16:30:20Z');
const announced = '2026-07-03T10:00:00Z';
const read = (day: string, hour: string) => readAiring({ day, hour }, announced, now);

test.each([
  ['2026-07-05', '16:30', '2026-07-05T16:30:00Z'],
  ['5/7/2026', '7 h', '2026-07-05T07:00:00Z'],
  ['2026-07-03', '08:00', '2026-07-03T08:00:00Z']
])('%s at %s was on air', (day, hour, value) => expect(read(day, hour)).toEqual({ ok: true, value }));

test.each([
  ['', '16:30', 'day-invalid', 'day'],
  ['2026-07-05', 'midi', 'hour-invalid', 'hour'],
  ['2026-07-05', '16:31', 'aired-in-future', 'hour'],
  ['2026-07-06', '06:00', 'aired-in-future', 'day'],
  ['2026-07-02', '23:59', 'aired-before-announced', 'day']
])('%j at %j is refused', (day, hour, code, field) =>
  expect(read(day, hour)).toEqual({ ok: false, refusal: { code, field } })
);
