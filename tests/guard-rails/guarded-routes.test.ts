import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { unguardedHandlers } from '../support/handlers.ts';
import { filesUnder, readText } from '../support/project-files.ts';

const page = 'src/routes/x/+page.server.ts';
const layout = 'src/routes/x/+layout.server.ts';
const endpoint = 'src/routes/x/+server.ts';

describe('a handler without a guard is seen', () => {
  test.each([
    ['a load', page, 'export const load = () => ({ secret: 1 });', ['load']],
    ['a load as a function', page, 'export async function load(event) { return read(event); }', ['load']],
    [
      'one action of two',
      page,
      'export const actions = { a: (e) => { requirePermission(e, "x"); }, b: (e) => save(e) };',
      ['actions.b']
    ],
    [
      'an action as a method',
      page,
      'export const actions = { async default(e) { save(e); } } satisfies Actions;',
      ['actions.default']
    ],
    [
      'an endpoint',
      endpoint,
      'export const GET = () => text("ok"); export const POST = publicPage(() => text("ok"));',
      ['GET']
    ],
    ['a guard in a branch', page, 'export const load = (e) => { if (e.x) requirePermission(e, "x"); };', ['load']],
    [
      'a guard in an inner function',
      page,
      'export const load = (e) => { const later = () => requirePermission(e, "x"); };',
      ['load']
    ],
    ['a handler of another file', page, 'export { load } from "./other.ts";', ['load']],
    ['a table of another file', page, 'import { actions } from "./other.ts"; export { actions };', ['actions']],
    [
      'a shared function without a guard',
      page,
      'const read = (e) => find(e); export const load = (e) => read(e);',
      ['load']
    ],
    ['a function that calls itself', page, 'export function load(e) { load(e); }', ['load']],
    [
      'a layout that would speak for its pages',
      layout,
      'export const load = (e) => { requirePermission(e, "read-published"); };',
      ['load']
    ],
    ['a page that asks as a layout', page, 'export const load = (e) => { requireForLayout(e, "x"); };', ['load']],
    ['a wrapper that is not ours', endpoint, 'export const GET = cached(() => text("ok"));', ['GET']]
  ])('%s', (_, path, source, unguarded) => {
    expect(unguardedHandlers(path, source)).toEqual(unguarded);
  });
});

describe('a guarded handler is let by', () => {
  test.each([
    ['a load', page, 'export const load: PageServerLoad = (event) => { requirePermission(event, "read-published"); };'],
    [
      'a context of staff',
      page,
      'export const load = async (event) => { const ctx = requireStaff(event, "use-desk"); };'
    ],
    [
      'after reading the subject',
      endpoint,
      'export async function GET(e) { const c = find(e); requirePermission(e, "x", c); }'
    ],
    [
      'a handler named above',
      page,
      'const save = (e) => { requirePermission(e, "x"); }; export const actions = { default: save };'
    ],
    [
      'what actions share',
      page,
      'async function act(e) { requireStaff(e, "x"); } export const load = async (e) => { const a = await act(e); };'
    ],
    ['a page for everyone', page, 'export const load = publicPage(() => ({}));'],
    ['a layout', layout, 'export const load = (e) => { requireForLayout(e, "read-published"); };'],
    ['what is no handler', page, 'export const csr = false; export const helper = () => 1;']
  ])('%s', (_, path, source) => {
    expect(unguardedHandlers(path, source)).toEqual([]);
  });
});

test('every load, action and endpoint asks for permission', () => {
  const files = filesUnder('src/routes/', /\/\+(page|layout)(\.server)?\.ts$|\/\+server\.ts$/);
  const bare = files.flatMap((path) => unguardedHandlers(path, readText(path)).map((name) => `${path}: ${name}`));
  expect(files.length).toBeGreaterThan(5);
  expect(bare).toEqual([]);
});

test('every page has a load, so that it asks for permission', () => {
  const pages = filesUnder('src/routes/', /\/\+page\.svelte$/);
  const bare = pages.filter((page) => {
    const server = page.replace(/svelte$/, 'server.ts');
    return !existsSync(server) || !readText(server).includes('export const load');
  });
  expect(pages.length).toBeGreaterThan(15);
  expect(bare).toEqual([]);
});

test('every form leaves judging to the server, whose messages are in the person’s language', () => {
  const forms = filesUnder('src/', /\.svelte$/).flatMap((path) =>
    [...readText(path).matchAll(/<form\b[^>]*>/g)].map(([tag]) => ({ path, tag }))
  );
  const posts = forms.filter(({ tag }) => tag.includes('POST'));
  expect(posts.length).toBeGreaterThan(10);
  expect(posts.filter(({ tag }) => !tag.includes('novalidate'))).toEqual([]);
});
