import { mkdirSync, mkdtempSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { catalogues } from '#lib/i18n/catalogues.ts';
import type { PCode, PollId, SittingId } from '#lib/domain/shared/ids.ts';
import { authenticate } from '../auth/authenticate.ts';
import { readSession, startSession } from '../auth/session.ts';
import { accountRoles, sessions, signInFailures } from '../db/schema/account.ts';
import { boxWipes } from '../db/schema/operations.ts';
import { publications, results } from '../db/schema/result.ts';
import { sittings } from '../db/schema/sitting.ts';
import { polls } from '../db/schema/vote.ts';
import { openBallotBox, type BallotBox } from '../vote/ballot-box.ts';
import { cardCodeFrom } from '#lib/domain/vote/card-code.ts';
import { summariseBoxes } from '../vote/box-file.ts';
import { withBoxFile } from './ask-server.ts';
import { runTasks } from './run-tasks.ts';
import { listTasks, tasks, type TaskTools } from './tasks.ts';

const day = 86_400_000;
const start = new Date('2026-07-05T12:00:00Z');
const later = (days: number) => new Date(start.getTime() + days * day);
const key = Buffer.alloc(32, 1);
const wipes = { wipe: () => ({ ok: true, value: null }) as const };

const tools = (now: Date, more: Partial<TaskTools> = {}): TaskTools => ({
  db: testPortal(),
  now,
  box: wipes as unknown as BallotBox,
  data: mkdtempSync(join(tmpdir(), 'sigida-tasks-')),
  backUp: null,
  stopping: new AbortController().signal,
  ...more
});

/** A published poll whose sitting has box 1. */
function published(at: Date) {
  const db = testPortal();
  const { consultation, committee } = testConsultation(db, { stage: 'decided' });
  const by = committee.actor.account;
  const poll = 'poll' as PollId;
  const frozen = { rule: 'accepted-by-all', terms: '{}', frozenAt: '2026-06-01T08:00:00Z', frozenBy: by, secondBy: by };
  db.insert(polls)
    .values({ id: poll, consultation, number: 1, ...frozen })
    .run();
  db.insert(sittings)
    .values({ number: 1, id: 'htjfydf48tm5' as SittingId, poll, channel: 'cards', place: 'x', day: '2026-06-02' })
    .run();
  const counted = { poll, sealed: '{}', published: '{}', fingerprint: 'ABC123', countedAt: at.toISOString() };
  const { result } = db.insert(results).values(counted).returning({ result: results.number }).get();
  db.insert(publications).values({ poll, result, at: at.toISOString(), by, secondBy: by }).run();
  return db;
}

function boxIn(folder: string, marks: boolean[]) {
  mkdirSync(folder, { recursive: true });
  const code = cardCodeFrom('000000000000001');
  const box = openBallotBox(join(folder, 'ballots.db'), key);
  box.makeCards(1, { options: marks.length, marks: 'many' }, [{ code, colour: 'HW' }]);
  box.openTheBox(1);
  box.cast(code, marks);
  box.closeTheBox(1);
  return box;
}

test('cards and slots stay 30 days after publication, and are then gone here and in what a restore replaced', async () => {
  const db = published(start);
  const data = mkdtempSync(join(tmpdir(), 'sigida-tasks-'));
  const replaced = join(data, 'replaced-2026-07-30T12-00-00Z');
  boxIn(replaced, [true, false]).close();
  const box = boxIn(data, [true, false]);
  await runTasks(tools(later(29), { db, box, data }));
  expect(box.summary()[0]).toMatchObject({ cards: 1, cast: 1 });
  await runTasks(tools(later(31), { db, box, data }));
  expect(box.summary()[0]).toMatchObject({ cards: 0, cast: 0, state: 'closed' });
  expect(withBoxFile(replaced, summariseBoxes)[0]).toMatchObject({ cards: 0 });
  expect(db.select().from(boxWipes).all()).toEqual([{ sitting: 'htjfydf48tm5', at: '2026-08-05T12:00:00Z' }]);
  await runTasks(tools(later(32), { db, box, data }));
  expect(listTasks(db)[0]?.last).toMatchObject({ changed: 0, failure: null });
});

test('a box that never closed is not wiped', async () => {
  const db = published(start);
  const data = mkdtempSync(join(tmpdir(), 'sigida-tasks-'));
  const box = openBallotBox(join(data, 'ballots.db'), key);
  box.makeCards(1, { options: 2, marks: 'many' }, [{ code: cardCodeFrom('000000000000001'), colour: 'HW' }]);
  box.openTheBox(1);
  await runTasks(tools(later(31), { db, box, data }));
  expect(box.summary()[0]).toMatchObject({ cards: 1 });
  expect(db.select().from(boxWipes).all()).toEqual([]);
});

test('sessions that are over go, others stay', async () => {
  const db = testPortal();
  const { committee, facilitator } = testConsultation(db);
  for (const { actor } of [committee, facilitator])
    db.insert(accountRoles)
      .values({ account: actor.account, role: 'facilitator', area: 'ML07' as PCode })
      .run();
  await startSession(db, committee.actor.account, new Date(Date.now() - 2 * day));
  const token = await startSession(db, facilitator.actor.account, new Date());
  await runTasks(tools(new Date(), { db }));
  expect(db.select().from(sessions).all()).toHaveLength(1);
  expect(await readSession(db, token, new Date())).not.toBeNull();
});

test('wrong attempts go after a day, unless they still block', async () => {
  const db = testPortal();
  const wrong = (phone: string, times: number) =>
    Promise.all(
      Array.from({ length: times }, () => authenticate({ db, now: start }, key, { phone, secret: '000000' }))
    );
  await wrong('76 00 00 01', 2);
  db.insert(signInFailures)
    .values({ phoneHash: 'blocked', count: 15, blockedUntil: '2026-07-07T12:00:00Z', failedAt: '2026-07-05T12:00:00Z' })
    .run();
  await runTasks(tools(new Date(start.getTime() + day / 2), { db }));
  expect(db.select().from(signInFailures).all()).toHaveLength(2);
  await runTasks(tools(later(1.1), { db }));
  expect(db.select().from(signInFailures).all()).toMatchObject([{ phoneHash: 'blocked' }]);
  await runTasks(tools(later(3), { db }));
  expect(db.select().from(signInFailures).all()).toEqual([]);
});

test('what a restore replaced goes after 30 days', async () => {
  const { db, data } = tools(start);
  const folder = join(data, 'replaced-2026-07-05T12-00-00Z');
  boxIn(folder, [true]).close();
  await runTasks(tools(later(29), { db, data }));
  expect(existsSync(folder)).toBe(true);
  await runTasks(tools(later(31), { db, data }));
  expect(existsSync(folder)).toBe(false);
});

test('each runs when it is due or hurried; a failure is recorded and stops no other', async () => {
  const db = testPortal();
  let backups = 0;
  const backUp = () => (backups++ === 0 ? Promise.reject(new Error('disk full')) : Promise.resolve(1));
  expect(listTasks(db).every(({ last, next }) => last === null && next === null)).toBe(true);
  expect(await runTasks(tools(start, { db, backUp }))).toEqual(['backup']);
  expect(listTasks(db).find(({ name }) => name === 'backup')).toMatchObject({
    last: { failure: 'disk full' },
    next: '2026-07-05T13:00:00Z'
  });
  expect(await runTasks(tools(new Date(start.getTime() + 59 * 60_000), { db, backUp }))).toEqual([]);
  expect(backups).toBe(1);
  await runTasks(tools(new Date(start.getTime() + 59 * 60_000), { db, backUp }), ['backup']);
  expect(backups).toBe(2);
  expect(listTasks(db)).toHaveLength(tasks.length);
  expect(listTasks(db).every(({ last }) => last?.failure === null)).toBe(true);
});

test('each has a name that administrators read in their language', () => {
  for (const { messages } of catalogues.values())
    expect(Object.keys(messages)).toEqual(expect.arrayContaining(tasks.map(({ name }) => `task.${name}`)));
});

test('what is cut off because the server stops has not failed, and is due at the next start', async () => {
  const db = testPortal();
  const stopping = new AbortController();
  const backUp = (): Promise<number> => {
    stopping.abort();
    return Promise.reject(new Error('The operation was aborted'));
  };
  const name = 'backup';
  expect(await runTasks(tools(start, { db, backUp, stopping: stopping.signal }))).toEqual([]);
  expect(listTasks(db).find((task) => task.name === name)).toMatchObject({ last: null, next: null });
  expect(await runTasks(tools(start, { db, backUp: () => Promise.resolve(1) }))).toEqual([]);
  expect(listTasks(db).find((task) => task.name === name)).toMatchObject({ last: { changed: 1, failure: null } });
});
