import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { by, example, ten, type Play } from '../../../../tests/support/assembly-play.ts';
import { frozenVote, sitting, type Vote } from '../../../../tests/support/ballots.ts';
import {
  changed,
  codeFor,
  handedIn,
  installation,
  letIn,
  packOf,
  publish,
  send,
  type TestPhone
} from '../../../../tests/support/phone-vote.ts';
import { must } from '../../../../tests/support/two-files.ts';
import type { Four } from '../../../../tests/support/tallies.ts';
import { readEnvelope } from '#lib/domain/assembly/envelope.ts';
import { makeDeviceKeys, publicKeyOf } from '#lib/client/assembly/device-keys.ts';
import { signText } from '#lib/record/envelope-signature.ts';
import { envelopes, pairings } from '../db/schema/assembly.ts';
import { checkTold } from './check-told.ts';
import { enrolPhone } from './enrol-phone.ts';
import { envelopesOf, envelopesAt, refusedEnvelopes } from './envelopes.ts';
import { phoneDifferences } from './phone-differences.ts';
import { pollPhase } from './poll-phase.ts';
import { publicationOf, readPoll, sealedResult } from './queries.ts';
import { recountPoll } from './recount.ts';
import { supersedeByEnvelope } from './supersede-by-envelope.ts';
import { voidPoll } from './void-poll.ts';
import { newestAttendance } from './sittings.ts';

const byPhone = () => frozenVote({ sittings: [sitting('phone')] });
const half: Four = [5, 5, 5, 5];
const none: Four = [0, 0, 0, 0];
const held = (play: Play): Play => play.checkIn(ten).whole(ten, example).do({ do: 'announce' });
const texts = async (phone: TestPhone): Promise<string[]> => [...(await handedIn(phone))];

async function one(): Promise<{ vote: Vote; phone: TestPhone; text: string }> {
  const vote = byPhone();
  const phone = await letIn(vote);
  held(phone.play);
  const [text = ''] = await texts(phone);
  return { vote, phone, text };
}

describe('the envelope of one phone', () => {
  it('opens, closes and counts the sitting, and both print the same six characters', async () => {
    const { vote, text } = await one();
    expect(await send(vote, text)).toMatchObject({ answer: 'accepted' });
    expect([vote.stage, pollPhase(vote.db, vote.poll)]).toEqual(['voting', 'counted']);
    expect(vote.poll.sitting.state).toBe('in');
    expect(newestAttendance(vote.db, vote.poll.sitting.id)).toMatchObject({ hostWomen: 10, met: true, judged: true });
    expect(phoneDifferences(vote.db, vote.poll)).toEqual([]);
    must(publish(vote));
    expect(vote.stage).toBe('decided');
    const kept = { db: vote.db, copy: new Database(vote.box.bytes()) };
    expect(recountPoll(kept, vote.poll, () => true)).toEqual({ findings: [], wiped: false });
    vote.db
      .update(envelopes)
      .set({ text: text.replace('"HM":10', '"HM":11') })
      .run();
    expect(recountPoll(kept, vote.poll, () => true)?.findings).toContain('envelope-changed');
    vote.db.update(envelopes).set({ text: '' }).run();
    expect(recountPoll(kept, vote.poll, () => true)).toEqual({ findings: [], wiped: true });
  });

  it('is answered the same, byte for byte, however often and when it comes', async () => {
    const { vote, text } = await one();
    const first = await send(vote, text);
    expect(await send(vote, text)).toEqual(first);
    must(publish(vote));
    expect(await send(vote, text)).toEqual(first);
    expect(envelopesOf(vote.db, vote.poll.id)).toHaveLength(1);
  });

  it('is refused and kept where somebody changed it, where nobody knows the phone, and where it is no envelope', async () => {
    const { vote, phone, text } = await one();
    const stranger = { ...phone, keys: (await letIn(vote)).keys };
    const altered = (await handedIn(stranger))[0] ?? '';
    expect(await send(vote, altered)).toMatchObject({ answer: 'refused-altered', receipt: '' });
    const unknown = await changed(phone, { device: 'nobody' as TestPhone['device'] });
    expect(await send(vote, unknown)).toMatchObject({ answer: 'refused-unknown-device' });
    expect(await send(vote, `${text} `)).toMatchObject({ answer: 'refused-unreadable' });
    await send(vote, `${text} `);
    expect(refusedEnvelopes(vote.db)).toHaveLength(3);
    expect(pollPhase(vote.db, vote.poll)).toBe('planned');
  });

  it('keeps 200 of those refused, the newest', async () => {
    const { vote } = await one();
    for (let number = 0; number < 205; number += 1) await send(vote, `no envelope ${number}`);
    const kept = refusedEnvelopes(vote.db);
    expect([kept.length, kept[0]?.text]).toEqual([200, 'no envelope 5']);
  });

  it('shows where the phone announced something else, and asks for a note before it is published', async () => {
    const { vote, phone } = await one();
    await send(vote, await changed(phone, { told: 'ZZZZZZ' }));
    expect(phoneDifferences(vote.db, vote.poll)).toMatchObject([{ told: 'ZZZZZZ' }]);
    expect(publish(vote)).toMatchObject({ refusal: { code: 'note-required' } });
    must(publish(vote, 'Le téléphone a compté deux fois.'));
  });

  it('is kept beside after publication, and two people may put it in the place of the first', async () => {
    const { vote, phone, text } = await one();
    await send(vote, text);
    must(publish(vote));
    const before = sealedResult(vote.db, vote.poll.id)?.fingerprint;
    const read = must(readEnvelope(text)).envelope;
    const other = await changed(phone, { attendance: { ...read.attendance, youth: 30 } });
    expect(await send(vote, other)).toMatchObject({ answer: 'difference' });
    expect(sealedResult(vote.db, vote.poll.id)?.fingerprint).toBe(before);
    const chosen = envelopesOf(vote.db, vote.poll.id).find(({ countsAt }) => countsAt === null);
    const wanted = { reason: 'Le bon téléphone', envelope: chosen?.number ?? 0 };
    const { first, second } = vote.two;
    must(supersedeByEnvelope(first, { box: vote.box }, vote.poll, { ...wanted, secondBy: second.actor.account }));
    expect(pollPhase(vote.db, vote.poll)).toBe('counted');
    must(publish(vote, 'deux enveloppes'));
    expect(publicationOf(vote.db, vote.poll.id)?.reason).toBe('Le bon téléphone');
    expect(sealedResult(vote.db, vote.poll.id)?.fingerprint).not.toBe(before);
  });
});

describe('two phones', () => {
  async function two() {
    const vote = byPhone();
    const [lead, second] = [await letIn(vote), await letIn(vote, 'second')];
    const some: Four = [2, 2, 2, 2];
    lead.play
      .checkIn(ten)
      .do({ do: 'use-phones', phones: 2 })
      .open()
      .voteAll(
        [8, 8, 8, 8],
        example.map(() => half)
      )
      .close();
    second.play
      .do({ do: 'begin' })
      .open()
      .voteAll(
        some,
        example.map(() => some)
      )
      .close()
      .do({ do: 'hand-over', ...second.play.sum });
    const [other = ''] = await texts(second);
    lead.play
      .do({ do: 'take-counts', envelope: must(readEnvelope(other)).envelope })
      .count()
      .do({ do: 'announce' });
    const [own = ''] = await texts(lead);
    return { vote, own, other };
  }

  it.each([
    ['the leading one first', false],
    ['the second one first', true]
  ])('%s: the same result', async (_, turned) => {
    const { vote, own, other } = await two();
    const [first, last] = turned ? [other, own] : [own, other];
    await send(vote, first);
    expect(pollPhase(vote.db, vote.poll)).toBe('planned');
    await send(vote, last);
    expect(pollPhase(vote.db, vote.poll)).toBe('counted');
    expect(envelopesAt(vote.db, vote.poll.sitting.id)).toHaveLength(2);
    expect(phoneDifferences(vote.db, vote.poll)).toEqual([]);
  });
});

describe('a ballot that people went on to on the spot', () => {
  it('waits for the result before it is published, then is called and counted with the same six characters', async () => {
    const vote = byPhone();
    const phone = await letIn(vote);
    phone.play.checkIn(ten).whole(ten, [half, half, none]).do({ do: 'announce' }, { do: 'next-ballot' });
    phone.play
      .whole(ten, [
        [6, 6, 6, 6],
        [4, 4, 4, 4]
      ])
      .do({ do: 'announce' });
    const [first = '', second = ''] = await texts(phone);
    expect(await send(vote, second)).toMatchObject({ answer: 'accepted' });
    expect(await send(vote, first)).toMatchObject({ answer: 'accepted' });
    const root = vote.poll.id;
    expect(vote.poll.kind).toBe('first');
    must(publish(vote));
    expect([vote.poll.kind, vote.poll.after, vote.stage]).toEqual(['second-tie', root, 'second-ballot']);
    expect(pollPhase(vote.db, vote.poll)).toBe('counted');
    expect(phoneDifferences(vote.db, vote.poll)).toEqual([]);
    expect(readPoll(vote.db, root)?.sitting.state).toBe('in');
    must(publish(vote));
    expect(vote.stage).toBe('decided');
  });
});

describe('a second call on the spot', () => {
  it('is written down with the missed first one', async () => {
    const vote = byPhone();
    const phone = await letIn(vote);
    phone.play.checkIn([1, 1, 1, 1]).do({ do: 'reconvene', by });
    phone.play
      .checkIn([4, 4, 4, 4])
      .whole([4, 4, 4, 4], [[4, 4, 4, 4], none, none])
      .do({ do: 'announce' });
    const [text = ''] = await texts(phone);
    expect(await send(vote, text)).toMatchObject({ answer: 'accepted' });
    expect(vote.poll.sitting).toMatchObject({ call: 'second', state: 'in' });
    expect(sealedResult(vote.db, vote.poll.id)).not.toBeNull();
    expect(phoneDifferences(vote.db, vote.poll)).toEqual([]);
  });
});

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

describe('replies that are lost, doubled and out of order', () => {
  it('leave one envelope and one answer, 200 times', async () => {
    const { vote, text } = await one();
    const answers = new Set<string>();
    for (let round = 0; round < 200; round += 1) answers.add(JSON.stringify(await send(vote, text)));
    const together = await Promise.all(Array.from({ length: 20 }, () => send(vote, text)));
    for (const answer of together) answers.add(JSON.stringify(answer));
    expect([answers.size, envelopesOf(vote.db, vote.poll.id).length]).toEqual([1, 1]);
  });
});

describe('a vote or sitting that was declared void', () => {
  it('takes no envelope any more, and keeps what came', async () => {
    const { vote, text } = await one();
    const { first, second } = vote.two;
    const signed = { reason: 'La pluie', planned: [sitting('phone')], objection: null };
    must(voidPoll(first, vote.box, vote.poll, { ...signed, secondBy: second.actor.account }));
    expect(await send(vote, text)).toMatchObject({ answer: 'refused-void', receipt: '' });
    expect(refusedEnvelopes(vote.db)).toHaveLength(1);
  });
});
