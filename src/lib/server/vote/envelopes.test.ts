import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { example, ten, type Play } from '../../../../tests/support/assembly-play.ts';
import { frozenVote, sitting, type Vote } from '../../../../tests/support/ballots.ts';
import { changed, handedIn, letIn, publish, send, type TestPhone } from '../../../../tests/support/phone-vote.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { readEnvelope } from '#lib/domain/assembly/envelope.ts';
import { envelopes } from '../db/schema/assembly.ts';
import { envelopesOf, refusedEnvelopes, heldByPhone } from './envelopes.ts';
import { phoneDifferences } from './phone-differences.ts';
import { pollPhase } from './poll-phase.ts';
import { publicationOf, sealedResult } from './queries.ts';
import { recountPoll } from './recount.ts';
import { supersedeByEnvelope } from './supersede-by-envelope.ts';
import { wipeBoxes } from './wipe-boxes.ts';
import { voidPoll } from './void-poll.ts';
import { newestAttendance } from './sittings.ts';

const byPhone = () => frozenVote({ sittings: [sitting('phone')] });
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

describe('the texts of envelopes', () => {
  it('are wiped 30 days after publication; what was answered once is still answered', async () => {
    const { vote, text } = await one();
    const before = await send(vote, text);
    expect(heldByPhone(vote.db, vote.poll.sitting.id)).toMatchObject({ channel: 'phone', used: { HW: 10, RM: 10 } });
    must(publish(vote));
    const wipe = (days: number) => {
      const now = new Date(vote.now.getTime() + days * 86_400_000);
      wipeBoxes({ db: vote.db, now }, vote.box, () => undefined);
      return vote.db
        .select()
        .from(envelopes)
        .all()
        .map((row) => row.text === '');
    };
    expect([wipe(29), wipe(31)]).toEqual([[false], [true]]);
    expect(await send(vote, text)).toEqual(before);
    expect(heldByPhone(vote.db, vote.poll.sitting.id)).toBeNull();
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
