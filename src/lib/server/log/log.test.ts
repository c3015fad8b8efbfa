import { describe, expect, it, test } from 'vitest';
import { describeError } from './describe-error.ts';
import { logLine, type LogFields } from './line.ts';
import { noteRefusal, withNotes, type RequestNotes } from './request-notes.ts';

const at = new Date('2026-07-05T09:00:00.789Z');
const line = (fields: Partial<Record<keyof LogFields, unknown>> & Record<string, unknown>) =>
  JSON.parse(logLine(at, { level: 'info', event: 'request', ...fields } as LogFields)) as Record<string, unknown>;
const empty = { time: '2026-07-05T09:00:00Z', level: 'info', event: 'request' };

describe('a line', () => {
  it('holds the fields of a request, in one order', () => {
    const fields = {
      milliseconds: 12,
      status: 303,
      method: 'POST',
      route: '/[lang=lang]/desk/communities/[slug]/poll',
      id: 'r0a1b2c3',
      refusal: 'sign-in-wrong'
    };
    expect(line(fields)).toEqual({ ...empty, ...fields });
    expect(Object.keys(line(fields))).toEqual([
      'time',
      'level',
      'event',
      'id',
      'method',
      'route',
      'status',
      'milliseconds',
      'refusal'
    ]);
    expect(logLine(at, { level: 'info', event: 'request' })).not.toContain('\n');
  });

  it('leaves out what has no name', () => {
    const more = { path: '/fr/vote', query: 'a=b', body: 'code=1', cookie: 'session=x', address: '127.0.0.1' };
    expect(line({ ...more, userAgent: 'Mozilla/5.0', message: 'no such table' })).toEqual(empty);
  });

  it.each([
    ['route', '/v#1234567890123452'],
    ['route', '/fr/communities/forgho-2?x=1'],
    ['route', '/fr/vote/1234567890123452'],
    ['route', ' /[lang=lang]'],
    ['method', '76123456'],
    ['id', '1234567890123452'],
    ['id', '76123456'],
    ['status', 123456],
    ['milliseconds', 76123456],
    ['refusal', '76 12 34 56'],
    ['refusal', 'yny1'],
    ['act', '127.0.0.1'],
    ['outcome', 'Le forage'],
    ['name', 'code 1234'],
    ['code', '76123456'],
    ['code', 'YNY']
  ])('leaves out %s where it is %j', (name, value) => expect(line({ [name]: value })).toEqual(empty));
});

/** An error as it comes from a place, with a message that carries what somebody typed. */
function errorFrom(frames: readonly string[], message = 'near "76 12 34 56": syntax error'): Error {
  const error = new TypeError(message);
  error.stack = [`TypeError: ${message}`, ...frames.map((frame) => `    at ${frame}`)].join('\n');
  return error;
}

describe('an error', () => {
  it('is told by its name, its code and our own places', () => {
    const error = errorFrom([
      'closePoll (file:///srv/sigida/src/lib/server/vote/close-poll.ts:40:7)',
      'file:///srv/sigida/build/server/chunks/_page.server.ts-Bx1.js:3:9',
      'run (file:///srv/sigida/node_modules/src/x.js:1:1)',
      'node:internal/process:95:5'
    ]);
    const told = {
      level: 'error',
      event: 'error',
      ...describeError(Object.assign(error, { code: 'SQLITE_BUSY' }))
    } as const;
    expect(JSON.parse(logLine(at, told))).toEqual({
      time: '2026-07-05T09:00:00Z',
      level: 'error',
      event: 'error',
      name: 'TypeError',
      code: 'SQLITE_BUSY',
      frames: ['src/lib/server/vote/close-poll.ts:40:7', 'build/server/chunks/_page.server.ts-Bx1.js:3:9']
    });
  });

  test.each(['76 12 34 56', 'line one\n    at x (file:///srv/sigida/src/1234-5678-9012-3452:1:1)\nline three', 'yny'])(
    'never by its message, even where it looks like a place: %j',
    (message) => {
      const { frames } = describeError(errorFrom(['f (file:///srv/sigida/src/cli.ts:1:2)'], message));
      expect(frames).toEqual(['src/cli.ts:1:2']);
    }
  );

  test('without places where its message was changed after it was thrown', () => {
    const error = errorFrom(['f (file:///srv/sigida/src/cli.ts:1:2)']);
    error.message = 'another';
    expect(describeError(error).frames).toEqual([]);
  });

  test('a real one comes from this file', () => {
    expect(describeError(new RangeError('1234')).frames[0]).toMatch(/^src\/lib\/server\/log\/log\.test\.ts:\d+:\d+$/);
  });

  test.each([['a text with 76123456'], [null], [{ message: 'x' }]])('that is none is told without it: %j', (thrown) => {
    expect(describeError(thrown)).toEqual({ name: 'NoError', frames: [] });
  });
});

describe('what is noted of a request', () => {
  it('is its last refusal, and none of another request', async () => {
    const [one, other]: RequestNotes[] = [{}, {}];
    await Promise.all([
      withNotes(one ?? {}, async () => {
        await Promise.resolve();
        noteRefusal('sign-in-wrong');
        noteRefusal('sign-in-wait');
      }),
      withNotes(other ?? {}, () => Promise.resolve())
    ]);
    noteRefusal('outside');
    expect([one, other]).toEqual([{ refusal: 'sign-in-wait' }, {}]);
  });
});
