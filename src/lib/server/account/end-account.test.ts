import { expect, test } from 'vitest';
import { testPortal } from '../../../../tests/support/database.ts';
import { authenticate } from '../auth/authenticate.ts';
import { readSession, startSession } from '../auth/session.ts';
import { findByPhone } from '../auth/authenticate.ts';
import { drawSecondFactor } from '../auth/second-factor.ts';
import { drawSlip } from '../auth/slips.ts';
import { hashPhone } from '../auth/phone.ts';
import type { Portal } from '../db/portal.ts';
import { endAccount, endSessions } from './end-account.ts';
import { makeAccount } from './make-account.ts';

const key = Buffer.alloc(32, 7);

async function twoAccounts() {
  const ctx = { db: testPortal(), now: new Date() };
  const make = async (phone: string) => {
    const made = await makeAccount(ctx, key, { name: phone, phone, grants: [{ role: 'radio', station: null }] });
    if (!made.ok) throw new Error('The account was refused.');
    return { phone, ...made.value, token: await startSession(ctx.db, made.value.id, ctx.now) };
  };
  return { ctx, lost: await make('76 00 00 01'), other: await make('76 00 00 02') };
}

const rowsOf = (db: Portal, id: string): string =>
  JSON.stringify(db.$client.prepare('SELECT * FROM accounts WHERE id = ?').get(id));

test('sessions of one account end, and those of others go on', async () => {
  const { ctx, lost, other } = await twoAccounts();
  expect(findByPhone(ctx.db, key, '+223 76000001')?.account).toBe(lost.id);
  expect(endSessions(ctx, lost.id)).toBe(1);
  expect(await readSession(ctx.db, lost.token, ctx.now)).toBeNull();
  expect(await readSession(ctx.db, other.token, ctx.now)).not.toBeNull();
  expect(endSessions(ctx, null)).toBe(1);
  expect(await readSession(ctx.db, other.token, ctx.now)).toBeNull();
});

test('an ended account has no session, signs in nowhere and is found no more', async () => {
  const { ctx, lost } = await twoAccounts();
  expect((await authenticate(ctx, key, lost)).ok).toBe(true);
  endAccount(ctx, lost.id);
  expect(await readSession(ctx.db, lost.token, ctx.now)).toBeNull();
  expect(await authenticate(ctx, key, lost)).toMatchObject({ refusal: { code: 'sign-in-wrong' } });
  expect(findByPhone(ctx.db, key, lost.phone)).toBeNull();
});

test('of an ended account nothing is kept that tells whose it was, and its number may be invited anew', async () => {
  const { ctx, lost } = await twoAccounts();
  const staff = { ...ctx, actor: { account: lost.id, name: lost.phone, grants: [] } };
  drawSlip(staff, key, lost.id, null);
  drawSecondFactor(staff, key, lost.id, lost.phone);
  const told = [lost.phone, '$argon2id', hashPhone(key, '76000001')];
  for (const text of told) expect(rowsOf(ctx.db, lost.id)).toContain(text);
  endAccount(ctx, lost.id);
  const left = rowsOf(ctx.db, lost.id);
  for (const text of told) expect(left).not.toContain(text);
  expect(ctx.db.$client.prepare('SELECT count(*) FROM slips WHERE account = ?').pluck().get(lost.id)).toBe(0);
  expect(ctx.db.$client.prepare('SELECT count(*) FROM second_factors WHERE account = ?').pluck().get(lost.id)).toBe(0);
  const again = await makeAccount(ctx, key, {
    name: 'Autre',
    phone: lost.phone,
    grants: [{ role: 'radio', station: null }]
  });
  expect(again.ok).toBe(true);
});
