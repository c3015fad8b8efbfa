import type { RequestEvent } from '@sveltejs/kit';
import { expect, test, vi } from 'vitest';
import { requireForLayout, requirePermission } from '../auth/guard.ts';
import { hideUndeclared } from './undeclared.ts';

type Asking = (handler: RequestEvent, load: RequestEvent) => void;

/** A request to a route whose code does what `code` does, given the events that Kit would give it. */
async function answer(code: Asking, status = 200, { method = 'GET', route = '/x' as string | null } = {}) {
  const event = {
    route: { id: route },
    request: new Request('http://localhost/x', { method }),
    url: new URL('http://localhost/x'),
    locals: { staff: null, lang: 'fr' }
  } as unknown as RequestEvent;
  const resolve = () => {
    code(event, { ...event, parent: () => ({}) } as RequestEvent);
    return new Response(status === 204 || status === 304 ? null : 'a secret', { status });
  };
  const response = await hideUndeclared({ event, resolve });
  return { status: response.status, body: await response.text() };
}

const asksNothing: Asking = () => undefined;
const loadAsks: Asking = (_, load) => requirePermission(load, 'read-published');
const handlerAsks: Asking = (handler) => requirePermission(handler, 'read-published');
const layoutAsks: Asking = (_, load) => requireForLayout(load, 'read-published');

test.each([
  ['a page that asks nothing', asksNothing, 200, 'GET'],
  ['a redirect that asks nothing', asksNothing, 303, 'GET'],
  ['an endpoint that asks nothing', asksNothing, 200, 'DELETE'],
  ['a page whose layout alone asks', layoutAsks, 200, 'GET'],
  ['an action that asks nothing, though its page does', loadAsks, 200, 'POST'],
  ['a refusal of such an action', loadAsks, 400, 'POST'],
  ['a redirect of such an action', asksNothing, 303, 'POST']
])('%s answers 404 and says nothing', async (_, code, status, method) => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await answer(code, status, { method })).toEqual({ status: 404, body: 'Not found' });
  expect(said).toHaveBeenCalledWith(`${method} /x declares no permission, so it answered 404.`);
  said.mockRestore();
});

test.each([
  ['a page that asks', loadAsks, 200, 'GET'],
  ['an endpoint that asks', handlerAsks, 200, 'GET'],
  ['an action that asks', handlerAsks, 303, 'POST'],
  ['what was refused by Kit', asksNothing, 405, 'PUT'],
  ['a fault', asksNothing, 500, 'GET']
])('%s is let by', async (_, code, status, method) => {
  expect(await answer(code, status, { method })).toEqual({ status, body: 'a secret' });
});

test('an address without a route is no business of this door', async () => {
  expect(await answer(asksNothing, 200, { route: null })).toEqual({ status: 200, body: 'a secret' });
});
