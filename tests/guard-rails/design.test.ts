// The page of all parts of the look is for those who work on the portal: a portal that serves people has no such page.
import { expect, test } from 'vitest';
import { load } from '../../src/routes/[[lang=lang]]/design/+page.server.ts';

const answer = (demonstration: boolean): unknown => {
  const locals = { staff: null, lang: 'fr', askedBy: new Set(), runtime: { settings: { demonstration } } };
  const event = { locals, url: new URL('http://localhost/fr/design'), setHeaders: () => {}, parent: () => {} };
  return (load as (event: unknown) => unknown)(event);
};

test('it is there in a demonstration, with every drawing', () => {
  expect(answer(true)).toMatchObject({ drawings: expect.arrayContaining(['drop', 'hands', 'banana']) });
});

test('it is nowhere in production', () => {
  expect(() => answer(false)).toThrow(expect.objectContaining({ status: 404 }));
});
