import { describe, expect, it } from 'vitest';
import { answerFeed } from './answer-feed.ts';

const feed = { body: 'one', type: 'text/calendar; charset=utf-8', changedAt: '2026-07-05T09:00:00Z' };
const ask = (headers: Record<string, string> = {}) => answerFeed(new Request('http://x/', { headers }), feed);
const tag = ask().headers.get('etag') ?? '';

it('may be read from any site, and kept by whoever asks each time whether it still holds', async () => {
  const answer = ask();
  expect(await answer.text()).toBe('one');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'public, no-cache',
    'access-control-allow-origin': '*',
    'last-modified': 'Sun, 05 Jul 2026 09:00:00 GMT'
  });
});

it('has another tag when a byte differs', () => {
  const other = answerFeed(new Request('http://x/'), { ...feed, body: 'two' });
  expect(other.headers.get('etag')).not.toBe(tag);
});

describe('answers 304 without a body', () => {
  it.each([
    ['the same tag', { 'if-none-match': tag }],
    ['a weak one, as proxies make', { 'if-none-match': `W/${tag}` }],
    ['one of several', { 'if-none-match': `"old", ${tag}` }],
    ['any tag', { 'if-none-match': '*' }],
    ['the date of the last change', { 'if-modified-since': 'Sun, 05 Jul 2026 09:00:00 GMT' }]
  ])('to %s', async (_name, headers) => {
    const answer = ask(headers);
    expect(answer.status).toBe(304);
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('etag')).toBe(tag);
  });
});

describe('answers anew', () => {
  it.each([
    ['to another tag', { 'if-none-match': '"old"' }],
    ['to a date before', { 'if-modified-since': 'Sun, 05 Jul 2026 08:59:59 GMT' }],
    [
      'to another tag, whatever the date',
      { 'if-none-match': '"old"', 'if-modified-since': 'Sun, 05 Jul 2026 09:00:00 GMT' }
    ],
    ['to a date that is none', { 'if-modified-since': 'yesterday' }]
  ])('%s', (_name, headers) => expect(ask(headers).status).toBe(200));
});

it('an empty feed has no date', () => {
  const answer = answerFeed(new Request('http://x/', { headers: { 'if-modified-since': new Date().toUTCString() } }), {
    ...feed,
    changedAt: null
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.has('last-modified')).toBe(false);
});
