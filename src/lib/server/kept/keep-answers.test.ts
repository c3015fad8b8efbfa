import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepAnswers } from './keep-answers.ts';

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

let server: Server;
let version: number;
let now: number;
let rendered: string[];
let answered: (path: string) => { status: number; cache: string };
const page = (path: string) => `${path} ${version} `.padEnd(600, 'é');

beforeEach(async () => {
  version = 1;
  now = Date.parse('2026-07-05T09:00:30Z');
  rendered = [];
  answered = () => ({ status: 200, cache: 'public, no-cache' });
  const languages = ['fr', 'bm', 'ses'];
  const kept = keepAnswers({ version: () => version, languages, home: new URL('http://localhost'), clock: () => now });
  server = createServer((asked, response) => {
    if (kept.fromMemory(asked, response)) return;
    const render = () => {
      const { status, cache } = answered(asked.url ?? '');
      const body = page(`${asked.url} ${asked.headers.cookie} ${asked.headers['save-data']}`);
      rendered.push(asked.url ?? '');
      response.setHeader('cache-control', cache);
      response.setHeader('etag', `"${version}"`);
      response.writeHead(status);
      setImmediate(() => response.end(asked.method === 'HEAD' ? undefined : body));
    };
    if (!kept.anew(asked, response, { render, plainly: (send) => send() })) render();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => void server.close());

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const asked = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) })
      );
    });
    asked.once('error', reject).end();
  });

const timesRendered = async (...asked: readonly (readonly [string, Record<string, string>?])[]) => {
  for (const [path, headers] of asked) await ask(path, headers);
  return rendered.length;
};

describe('is made once', () => {
  it('while nothing public changes, and again when something did', async () => {
    expect(await timesRendered(['/fr'], ['/fr'], ['/fr'])).toBe(1);
    version++;
    expect((await ask('/fr')).body.toString()).toContain(' 2 ');
    expect(rendered).toHaveLength(2);
  });

  it('in a minute', async () => {
    await ask('/fr');
    now += 60_000;
    expect(await timesRendered(['/fr'], ['/fr'])).toBe(2);
  });

  it('for all who ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask('/fr/events')));
    expect(new Set(answers.map(({ body }) => body.toString())).size).toBe(1);
    expect(rendered).toHaveLength(1);
  });

  it('for each language, address, and whoever saves data', async () => {
    const langs = [
      ['/', { cookie: 'lang=bm' }],
      ['/', { cookie: 'lang=ses' }],
      ['/', { 'accept-language': 'bm' }]
    ] as const;
    expect(await timesRendered(...langs, ...langs, ['/fr'], ['/bm'], ['/fr', { 'save-data': 'on' }], ['/fr?a=1'])).toBe(
      7
    );
  });

  it('and not within the second of a change where a date is told', async () => {
    expect(await timesRendered(['/feeds/events.ics'], ['/feeds/events.ics'])).toBe(2);
    now += 1000;
    expect(await timesRendered(['/feeds/events.ics'], ['/feeds/events.ics'])).toBe(3);
  });
});

describe('is never kept', () => {
  it.each([
    ['of whoever signed in', '/fr', { cookie: 'session=abc' }],
    ['with a card', '/fr/vote', {}],
    ['at the desk', '/fr/desk', {}],
    ['of a search', '/fr/communities?q=gao', {}],
    ['of what a sheet tells', '/fr/verify?told=abc', {}],
    ['at a very long address', `/fr?${'a'.repeat(400)}`, {}]
  ])('%s', async (_, path, headers) => expect(await timesRendered([path, headers], [path, headers])).toBe(2));

  it.each([
    [404, 'public, no-cache'],
    [200, 'no-store'],
    [200, 'private, no-cache']
  ])('%d %s', async (status, cache) => {
    answered = () => ({ status, cache });
    expect((await ask('/fr/radio')).status).toBe(status);
    expect(await timesRendered(['/fr/radio'])).toBe(2);
  });
});

describe('is sent', () => {
  it('compressed as was asked, with the same bytes', async () => {
    const plain = (await ask('/fr')).body;
    const br = await ask('/fr', { 'accept-encoding': 'gzip, br' });
    const gzip = await ask('/fr', { 'accept-encoding': 'br;q=0, gzip' });
    expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
    expect([brotliDecompressSync(br.body), gunzipSync(gzip.body)]).toEqual([plain, plain]);
    expect(br.headers.vary).toContain('Accept-Encoding');
  });

  it('not at all to whoever has it, and without a body to HEAD', async () => {
    for (const tag of ['"1"', 'W/"1"', '"0", "1"'])
      expect(await ask('/fr', { 'if-none-match': tag })).toMatchObject({ status: 304, headers: { etag: '"1"' } });
    expect((await ask('/fr', { 'if-none-match': '"2"' })).status).toBe(200);
    const head = await ask('/fr', {}, 'HEAD');
    expect([head.status, head.body.length, Number(head.headers['content-length']) > 600]).toEqual([200, 0, true]);
    expect(rendered).toHaveLength(1);
  });

  it('with the cookie of this visitor’s language, which nobody else gets', async () => {
    const first = await ask('/fr', { cookie: 'lang=bm; device=secret' });
    expect(first.headers['set-cookie']?.[0]).toContain('lang=fr');
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const second = await ask('/fr', { cookie: 'lang=fr' });
    expect([second.headers['set-cookie'], second.headers['cache-control']]).toEqual([undefined, 'public, no-cache']);
    expect(second.body.toString()).toContain('/fr lang=fr');
    expect(second.body.toString()).not.toContain('secret');
  });
});
