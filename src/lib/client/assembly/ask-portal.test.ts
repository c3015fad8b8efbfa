import { afterEach, expect, test, vi } from 'vitest';
import { askPortal, memberOf } from './ask-portal.ts';

const day = 86_400_000;
afterEach(() => vi.unstubAllGlobals());

function withoutAnswer(onLine: boolean): void {
  vi.stubGlobal('navigator', { onLine });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
}

test.each([
  ['a clock that stands a month ahead', true, Date.now() - 40 * day, 'clock-wrong'],
  ['a clock that went back', true, Date.now() + 2 * day, 'clock-wrong'],
  ['a clock that is right', true, Date.now() - 3 * day, 'no-network'],
  ['a phone that knows it has no network', false, Date.now() - 40 * day, 'no-network'],
  ['a portal that never said the hour', true, null, 'no-network']
] as const)('no answer, and %s', async (_, onLine, seen, code) => {
  withoutAnswer(onLine);
  expect(await askPortal('/x', {}, seen)).toMatchObject({ ok: false, refusal: { code } });
});

test('what answered says the hour by its own clock, without cookies and past caches', async () => {
  const asked: RequestInit[] = [];
  vi.stubGlobal('fetch', (_: string, request: RequestInit) => {
    asked.push(request);
    return Promise.resolve(
      new Response('{"error":"vote-over"}', { status: 409, headers: { date: new Date(0).toUTCString() } })
    );
  });
  expect(await askPortal('/x', {})).toEqual({
    ok: true,
    value: { status: 409, text: '{"error":"vote-over"}', seen: 0 }
  });
  expect(asked).toEqual([{ credentials: 'omit', cache: 'no-store' }]);
});

test.each([
  ['{"error":"vote-over"}', 'vote-over'],
  ['{"error":7}', null],
  ['null', null],
  ['<html>Sign in to this network', null]
])('of %s the member is %s', (text, member) => {
  expect(memberOf(text, 'error')).toBe(member);
});
