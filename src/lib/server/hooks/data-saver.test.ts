import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { heedDataSaver } from './data-saver.ts';

async function answer(headers: Record<string, string>, type = 'text/html') {
  const event = { request: new Request('http://localhost/fr', { headers }), locals: {} } as unknown as RequestEvent;
  const response = await heedDataSaver({
    event,
    resolve: () => new Response('', { headers: { 'content-type': type } })
  });
  return { saves: event.locals.savesData, vary: response.headers.get('vary') };
}

test.each([
  [{ 'save-data': 'on' }, true],
  [{ 'save-data': 'On' }, true],
  [{ 'save-data': 'off' }, false],
  [{}, false]
])('%j', async (headers, saves) => {
  expect(await answer(headers)).toEqual({ saves, vary: 'Save-Data' });
});

test('a file is the same for everybody', async () => {
  expect((await answer({ 'save-data': 'on' }, 'text/calendar')).vary).toBeNull();
});
