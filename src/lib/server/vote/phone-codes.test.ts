import { describe, expect, it } from 'vitest';
import { makeDeviceKeys, publicKeyOf } from '#lib/client/assembly/device-keys.ts';
import { readEnvelope } from '#lib/domain/assembly/envelope.ts';
import { signText } from '#lib/record/envelope-signature.ts';
import { example, ten } from '../../../../tests/support/assembly-play.ts';
import { frozenVote, sitting } from '../../../../tests/support/ballots.ts';
import { codeFor, handedIn, installation, letIn, packOf, publish, send } from '../../../../tests/support/phone-vote.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { pairings } from '../db/schema/assembly.ts';
import { checkTold } from './check-told.ts';
import { enrolPhone } from './enrol-phone.ts';

const byPhone = () => frozenVote({ sittings: [sitting('phone')] });

async function one() {
  const vote = byPhone();
  const phone = await letIn(vote);
  phone.play.checkIn(ten).whole(ten, example).do({ do: 'announce' });
  const [text = ''] = await handedIn(phone);
  return { vote, phone, text };
}

describe('the square on a sheet that a phone printed', () => {
  it('is known by its signature, and compared once the result is published', async () => {
    const { vote, phone, text } = await one();
    const { told } = must(readEnvelope(text)).envelope;
    const said = `sigida-told-1.${vote.poll.id}.first.${phone.device}.${told ?? ''}`;
    const signed = `${said}.${await signText(phone.keys.privateKey, said)}`;
    const check = (what: string) => checkTold(vote.two.first, what);
    expect(await check(signed)).toEqual({ signed: true, published: null });
    await send(vote, text);
    expect(await check(signed)).toEqual({ signed: true, published: null });
    must(publish(vote));
    vote.now = new Date(vote.now.getTime() + 86_400_000);
    expect(await check(signed)).toEqual({ signed: true, published: 'same' });
    const other = said.replace(/.$/, (sign) => (sign === '0' ? '1' : '0'));
    expect(await check(`${other}.${signed.split('.').at(-1) ?? ''}`)).toEqual({ signed: false, published: null });
    expect(await check('sigida-told-1.a.b')).toEqual({ signed: false, published: null });
  });
});

describe('a code for a phone', () => {
  it('is good once, for one key, for half an hour; a lost reply is asked for again', async () => {
    const vote = byPhone();
    const code = codeFor(vote);
    const [mine, theirs] = [await makeDeviceKeys(), await makeDeviceKeys()];
    const ask = async (keys: typeof mine, typed = code) =>
      enrolPhone(vote.two.first, installation, { code: typed, publicKey: await publicKeyOf(keys) });
    const first = must(await ask(mine, `${code.slice(0, 4)} ${code.slice(4)}`));
    const again = must(await ask(mine));
    expect([again.device, again.role]).toEqual([first.device, first.role]);
    expect((await packOf(vote, first.token)).ok).toBe(false);
    expect((await packOf(vote, again.token)).ok).toBe(true);
    expect(await ask(theirs)).toMatchObject({ refusal: { code: 'pairing-code-used' } });
    expect(await ask(theirs, '1')).toMatchObject({ refusal: { code: 'pairing-code-wrong' } });
    vote.now = new Date(vote.now.getTime() + 31 * 60_000);
    expect(await ask(mine)).toMatchObject({ refusal: { code: 'pairing-code-wrong' } });
  });

  it('is worth nothing once somebody guessed a thousand times', async () => {
    const vote = byPhone();
    const code = codeFor(vote);
    const keys = await makeDeviceKeys();
    const publicKey = await publicKeyOf(keys);
    const wrong = await enrolPhone(vote.two.first, installation, { code: '1', publicKey });
    expect(wrong.ok).toBe(false);
    expect(vote.db.select().from(pairings).get()?.wrong).toBe(1);
    vote.db.update(pairings).set({ wrong: 1000 }).run();
    const late = await enrolPhone(vote.two.first, installation, { code, publicKey });
    expect(late).toMatchObject({ ok: false });
  });
});
