import { expect, test } from 'vitest';
import { breachesOf } from './check-html.ts';

const page = (body: string) =>
  `<!doctype html><html lang="fr"><head><title>a</title></head><body>${body}</body></html>`;

test.each([
  ['<p>a</p>', []],
  ['<ul><p>a</p></ul>', ['element-permitted-content']],
  ['<p id="a"></p><p id="a"></p>', ['no-dup-id']],
  ['<label for="none">a</label>', ['no-missing-references']],
  ['<p><div>a</div></p>', ['close-order']]
])('%s: %j', async (body, rules) => {
  expect((await breachesOf(page(body))).map((line) => line.split(' ')[0])).toEqual(rules);
});
