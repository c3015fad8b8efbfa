import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { testPortal } from '../../../../tests/support/database.ts';
import type { Grant } from '#lib/domain/account/permissions.ts';
import { makeAccount } from '../account/make-account.ts';
import { accounts, devices, secondFactors, signInFailures, slips } from '../db/schema/account.ts';
import { endDevices } from './devices.ts';
import { drawSecondFactor } from './second-factor.ts';
import { signIn, type KeyFor } from './sign-in.ts';
import { drawSlip, endSlips } from './slips.ts';

const keyFor: KeyFor = (purpose) => Buffer.alloc(32, purpose);
const start = new Date('2026-07-05T09:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

async function staff(grants: readonly Grant[] = [{ role: 'radio', station: null }], phone = '76123456') {
  const db = testPortal();
  const made = await makeAccount({ db, now: start }, keyFor('phone-number'), { name: 'Awa', phone, grants });
  if (!made.ok) throw new Error(made.refusal.code);
  const { id, secret } = made.value;
  const slip = () => drawSlip({ db, now: start }, keyFor('slip-code'), id, null);
  const enter = (proof: string, device = '', now = start, typed = secret) =>
    signIn({ db, now }, keyFor, { phone, secret: typed, proof }, device);
  return { db, id, secret, slip, enter };
}
const wrong = { ok: false, refusal: { code: 'sign-in-wrong', field: 'secret' } };

describe('a new device', () => {
  it('needs a slip, once, and none from then on', async () => {
    const { slip, enter } = await staff();
    const code = slip();
    expect(await enter('')).toEqual(wrong);
    const first = await enter(code);
    if (!first.ok) throw new Error(first.refusal.code);
    expect((await enter('', first.value.device)).ok).toBe(true);
    expect(await enter(code)).toEqual(wrong);
  });

  it('takes a slip however it was typed, of this person only, in time, and not after it was ended', async () => {
    const { db, id, slip, enter } = await staff();
    expect((await enter(` ${slip().replace(' ', '-')} `)).ok).toBe(true);
    expect(await enter(slip(), '', after(15 * 86_400))).toEqual(wrong);
    const ended = slip();
    endSlips({ db, now: start }, id);
    expect(await enter(ended)).toEqual(wrong);
    const other = await makeAccount({ db, now: start }, keyFor('phone-number'), {
      name: 'Issa',
      phone: '76000000',
      grants: [{ role: 'radio', station: null }]
    });
    if (!other.ok) throw new Error(other.refusal.code);
    expect(await enter(drawSlip({ db, now: start }, keyFor('slip-code'), other.value.id, null))).toEqual(wrong);
  });

  it('uses up no slip where the PIN is wrong', async () => {
    const { slip, enter } = await staff();
    const code = slip();
    expect(await enter(code, '', start, '000000x')).toEqual(wrong);
    expect((await enter(code)).ok).toBe(true);
  });

  it('gives a slip to one of two who hurry', async () => {
    const { slip, enter } = await staff();
    const code = slip();
    const both = await Promise.all([enter(code), enter(code)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('never takes over a secret that the program did not draw', async () => {
    const { slip, enter } = await staff();
    const entered = await enter(slip(), 'planted');
    expect(entered).toMatchObject({ ok: true, value: { device: expect.not.stringContaining('planted') } });
    expect(await enter('', 'planted')).toEqual(wrong);
  });

  it('is shared by two people with a row each', async () => {
    const { db, slip, enter } = await staff();
    const first = await enter(slip());
    if (!first.ok) throw new Error(first.refusal.code);
    const again = await enter(slip(), first.value.device);
    expect(again).toMatchObject({ ok: true, value: { device: first.value.device } });
    expect(db.select().from(devices).all()).toHaveLength(1);
  });
});

describe('an ended device', () => {
  it('lets nobody in without a slip', async () => {
    const { db, id, slip, enter } = await staff();
    const first = await enter(slip());
    if (!first.ok) throw new Error(first.refusal.code);
    endDevices({ db, now: start }, id);
    expect(await enter('', first.value.device)).toEqual(wrong);
    expect((await enter(slip(), first.value.device)).ok).toBe(true);
  });
});

describe('an administrator', () => {
  const factorOf = async () => {
    const made = await staff([{ role: 'administrator' }]);
    const ctx = { db: made.db, now: start };
    const { secret } = drawSecondFactor(ctx, keyFor('second-factor'), made.id, 'Awa');
    const codes = new TOTP({ secret: Secret.fromBase32(secret) });
    return { ...made, codeAt: (now: Date) => codes.generate({ timestamp: now.getTime() }) };
  };

  it('needs the app’s code each time, and none twice', async () => {
    const { enter, codeAt, slip } = await factorOf();
    expect(await enter('')).toEqual(wrong);
    expect(await enter(slip())).toEqual(wrong);
    const first = await enter(codeAt(start));
    if (!first.ok) throw new Error(first.refusal.code);
    expect(await enter(codeAt(start), first.value.device)).toEqual(wrong);
    expect(await enter('', first.value.device)).toEqual(wrong);
    expect((await enter(codeAt(after(30)), '', after(30))).ok).toBe(true);
  });

  it.each([
    [-60, false],
    [-30, true],
    [30, true],
    [60, false]
  ])('has a clock that may be %i s off: %s', async (off, ok) => {
    const { enter, codeAt } = await factorOf();
    expect((await enter(codeAt(after(off)))).ok).toBe(ok);
  });

  it('has a secret that is not in the database in clear, nor good in another row', async () => {
    const { db, id, enter, codeAt } = await factorOf();
    const kept = JSON.stringify(db.select().from(secondFactors).all());
    const { secret } = drawSecondFactor({ db, now: start }, keyFor('second-factor'), id, 'Awa');
    expect(kept).not.toContain(secret);
    const foreign = await staff([{ role: 'administrator' }]);
    drawSecondFactor({ db: foreign.db, now: start }, keyFor('second-factor'), foreign.id, 'Issa');
    const [row] = foreign.db.select().from(secondFactors).all();
    db.update(secondFactors)
      .set({ sealed: row?.sealed ?? '' })
      .run();
    await expect(enter(codeAt(start))).rejects.toThrow();
  });
});

describe('200 wrong PINs', () => {
  it('are checked 15 times at most, and lock nobody out of an enrolled device', async () => {
    const { db, slip, enter } = await staff();
    const mine = await enter(slip());
    if (!mine.ok) throw new Error(mine.refusal.code);
    const codes: string[] = [];
    for (let tried = 0; tried < 200; tried++) {
      const answer = await enter('', '', after(tried * 400), '000000x');
      if (!answer.ok) codes.push(answer.refusal.code);
    }
    expect(codes.filter((code) => code === 'sign-in-wrong').length).toBeLessThanOrEqual(15);
    expect(codes).toHaveLength(200);
    expect((await enter('', mine.value.device, after(200 * 400))).ok).toBe(true);
    expect(db.select().from(signInFailures).all()).toHaveLength(1);
  });
});

describe('what is kept', () => {
  it('opens nothing to whoever steals it', async () => {
    const { db, secret, slip, enter } = await staff();
    const code = slip();
    const entered = await enter(code);
    if (!entered.ok) throw new Error(entered.refusal.code);
    const kept = JSON.stringify([accounts, devices, slips].flatMap((table) => db.select().from(table).all()));
    for (const clear of [secret, code, code.replace(' ', ''), entered.value.device, '76123456'])
      expect(kept).not.toContain(clear);
  });
});
