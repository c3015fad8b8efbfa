import { expect, test } from 'vitest';
import { logLine } from './line.ts';
import { answerLine } from './log-answer.ts';

const at = (text: string) => Date.parse(text);
const one = { route: '/[lang=lang]/events', method: 'GET', status: 200, milliseconds: 0 };
const plainly = (answer: typeof one, now: number, id: string) =>
  logLine(new Date(now), { level: 'info', event: 'request', id, ...answer });

test.each([
  [one, '2026-07-05T09:00:00.789Z', 'rabc1234'],
  [one, '2026-07-05T09:00:00.999Z', 'rabc1235'],
  [one, '2026-07-05T09:00:01.000Z', 'r0000000'],
  [{ ...one, status: 304 }, '2026-07-05T09:00:01.001Z', 'rzzzzzzz'],
  [{ ...one, method: 'HEAD', milliseconds: 7 }, '2026-07-05T09:00:02.500Z', 'rzzzzzz0'],
  [{ ...one, route: '/fr/76123456' }, '2026-07-05T09:00:03.500Z', 'rzzzzzz1']
])('a line of an answer from memory is as all lines are', (answer, moment, id) => {
  expect(answerLine(answer, at(moment), id)).toBe(plainly(answer, at(moment), id));
});
