// Backups under a vote, a restore that finds every ballot, and an end that finishes what is under way.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { APIRequestContext } from '@playwright/test';
import { expect, test } from '../support/portal.ts';
import { demonstrationMember, signAct, signIn } from '../support/actions.ts';
import { runSigida } from '../support/command.ts';
import type { Portal } from '../support/server.ts';
import { printCardsUnseen } from '../support/unseen.ts';

test.use({ scenario: 'voting' });
test.describe.configure({ mode: 'serial' });

const desk = '/fr/desk/communities/bagoundie';
const folder = () => mkdtempSync(join(tmpdir(), 'sigida-operations-'));
const recorded = 'Le vote de cette carte est enregistré.';

/** @returns whether the voter was told that it is recorded, and how many milliseconds that took. */
async function cast(request: APIRequestContext, portal: Portal, code: string) {
  const start = performance.now();
  const answer = await request.post(`${portal.origin}/fr/vote?/confirm`, {
    form: { code, marks: 'ynyn' },
    headers: { origin: portal.origin, accept: 'text/html' }
  });
  return { told: (await answer.text()).includes(recorded), took: performance.now() - start };
}

test('backups are made while people vote, and a restore finds every ballot', async ({ page, portal, request }) => {
  const { data } = portal;
  const root = folder();
  await signIn(page, demonstrationMember(portal, 'Facilitator'));
  const codes = Object.values(await printCardsUnseen(page, desk)).flat();
  expect(codes).toHaveLength(96);

  const waiting = [...codes];
  const casts: { told: boolean; took: number }[] = [];
  const voters = Array.from({ length: 4 }, async () => {
    for (let code = waiting.pop(); code; code = waiting.pop()) {
      casts.push(await cast(request, portal, code));
      await wait(20);
    }
  });
  const backups: { status: number | null; said: string }[] = [];
  const backingUp = (async () => {
    while (waiting.length > 0 || backups.length < 2)
      backups.push(await runSigida(['backup', '--to', root], { SIGIDA_DATA: data }));
  })();
  await Promise.all([...voters, backingUp]);
  expect(casts.filter(({ told }) => told)).toHaveLength(96);
  expect(backups.filter(({ status }) => status !== 0)).toEqual([]);
  expect(readdirSync(root).filter((name) => name.startsWith('box-'))).toHaveLength(1);
  const slowest = Math.max(...casts.map(({ took }) => took));
  console.log(`R13: 96 ballots during ${backups.length} backups, the slowest answered in ${Math.round(slowest)} ms`);

  expect((await runSigida(['restore', root], { SIGIDA_DATA: data })).said).toContain(
    'A server runs on this data folder.'
  );

  await signIn(page, demonstrationMember(portal, 'Committee'));
  await signAct(page, desk, demonstrationMember(portal, 'Committee', 1));
  expect((await runSigida(['backup', '--to', root], { SIGIDA_DATA: data })).said).toContain('The box was copied.');

  const empty = join(folder(), 'data');
  const restored = await runSigida(['restore', root], { SIGIDA_DATA: empty });
  expect(restored.said).toContain('communities 1, proposals 7, polls 1, cards used 96');
  expect(restored.status).toBe(0);
  const again = await runSigida(['restore', root], { SIGIDA_DATA: empty });
  expect(again.said).toContain('is kept in');
  for (const used of [root, join(empty, '..')]) rmSync(used, { recursive: true });
});

test('an operator sees that all is well, and what the program does by itself', async ({ portal }) => {
  const ready = await runSigida(['ready'], { SIGIDA_DATA: portal.data, SIGIDA_DEMONSTRATION: '1' });
  expect(ready.said).toMatch(/^-- {2}secret [0-9A-Z]{6}$/m);
  expect(ready.said).toContain('a server runs and answers');
  expect(ready.said).not.toContain('NOT');
  expect(ready.status).toBe(0);
  const tasks = await runSigida(['tasks'], { SIGIDA_DATA: portal.data });
  expect(tasks.said).toContain('cards-and-slots (every hour)');
  expect(tasks.status).toBe(0);
});

test('told to stop, the server answers whom it has begun to hear, then closes both databases', async ({ portal }) => {
  const { hostname, port, origin } = new URL(portal.origin);
  const body = 'code=1234';
  const request = connect(Number(port), '127.0.0.1');
  let heard = '';
  request.on('data', (bytes) => (heard += bytes.toString()));
  const closed = new Promise((resolve) => request.once('close', resolve));
  request.write(
    `POST /fr/vote?/code HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${origin}\r\n` +
      `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 4)}`
  );
  await wait(300);
  process.kill(portal.pid, 'SIGTERM');
  await wait(500);
  expect(heard).toBe('');
  await expect(fetch(`${portal.origin}/healthz`)).rejects.toThrow();
  request.write(body.slice(4));
  await closed;
  expect(heard).toMatch(/^HTTP\/1\.1 200 /);
  // A database that was closed in order leaves no journal behind.
  await expect.poll(() => existsSync(join(portal.data, 'portal.db-wal'))).toBe(false);
  await expect.poll(() => existsSync(join(portal.data, 'control.sock'))).toBe(false);
});
