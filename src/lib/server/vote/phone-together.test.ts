import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { example, ten } from '../../../../tests/support/assembly-play.ts';
import { four, frozenVote, sitting, type Vote } from '../../../../tests/support/ballots.ts';
import { changed, handedIn, letIn, publish, send, type TestPhone } from '../../../../tests/support/phone-vote.ts';
import type { Four } from '../../../../tests/support/tallies.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { readEnvelope } from '#lib/domain/assembly/envelope.ts';
import { envelopesAt, envelopesOf, refusedEnvelopes } from './envelopes.ts';
import { phoneDifferences } from './phone-differences.ts';
import { pollPhase } from './poll-phase.ts';
import { sealedResult } from './queries.ts';
import { recountPoll } from './recount.ts';
import type { SealedCount } from './seal-result.ts';
import { voidSitting } from './void-sitting.ts';

const half: Four = [5, 5, 5, 5];
const none: Four = [0, 0, 0, 0];
const yes = [half, none, none] as const;
const textOf = async (phone: TestPhone): Promise<string> => (await handedIn(phone))[0] ?? '';
const ballots = (vote: Vote) =>
  (JSON.parse(sealedResult(vote.db, vote.poll.id)?.sealed ?? 'null') as SealedCount).tally.ballots;
const again = (vote: Vote) =>
  recountPoll({ db: vote.db, copy: new Database(vote.box.bytes()) }, vote.poll, () => true)?.findings;

describe('two sittings on phones', () => {
  async function two() {
    const vote = frozenVote({ sittings: [sitting('phone'), sitting('phone', 'Campement')] });
    const [here, there] = [await letIn(vote), await letIn(vote, 'leading', 1)];
    there.play.checkIn(half).open().voteAll(half, yes).close();
    there.play.do({ do: 'hand-over', ...there.play.sum });
    const other = await textOf(there);
    here.play.checkIn(half).open().voteAll(half, yes).close();
    here.play.do({ do: 'take-counts', envelope: must(readEnvelope(other)).envelope }, { do: 'judge-sum' });
    here.play.count().do({ do: 'announce' });
    return { vote, own: await textOf(here), other };
  }

  it.each([
    ['the one that announced first', false],
    ['the other one first', true]
  ])('are counted once both are in, %s', async (_, turned) => {
    const { vote, own, other } = await two();
    const [first, last] = turned ? [other, own] : [own, other];
    await send(vote, first);
    expect(pollPhase(vote.db, vote.poll)).toBe('open');
    await send(vote, last);
    expect([pollPhase(vote.db, vote.poll), ballots(vote)]).toEqual(['counted', four(10)]);
    expect(phoneDifferences(vote.db, vote.poll)).toEqual([]);
    expect(again(vote)).toEqual([]);
  });
});

describe('a sitting on a phone beside one with stones', () => {
  it.each([
    ['the phone first', false],
    ['the stones first', true]
  ])('is counted with it, %s', async (_, turned) => {
    const vote = frozenVote({ sittings: [sitting('phone'), sitting('stones', 'Campement')] });
    const phone = await letIn(vote);
    phone.play.checkIn(half).open().voteAll(half, yes).close();
    phone.play.do({ do: 'hand-over', ...phone.play.sum });
    const byPhone = async () => expect(await send(vote, await textOf(phone))).toMatchObject({ answer: 'accepted' });
    const byStones = () => {
      must(vote.open(four(5), 1));
      must(vote.enterTwice(vote.stones(four(5), [four(5), four(0), four(0)]), 1));
    };
    if (turned) byStones();
    await byPhone();
    if (!turned) byStones();
    expect([pollPhase(vote.db, vote.poll), ballots(vote)]).toEqual(['counted', four(10)]);
    expect(again(vote)).toEqual([]);
    must(publish(vote));
    expect(vote.stage).toBe('decided');
  });
});

describe('a second phone that nobody heard under the tree', () => {
  async function late() {
    const vote = frozenVote({ sittings: [sitting('phone')] });
    const [lead, second] = [await letIn(vote), await letIn(vote, 'second')];
    lead.play.checkIn(ten).open().voteAll(half, yes).close();
    lead.play.do({ do: 'count', ...lead.play.sum, note: 'Le deuxième téléphone est resté au camp.' });
    lead.play.do({ do: 'announce' });
    second.play.do({ do: 'begin' }).open().voteAll(half, yes).close();
    second.play.do({ do: 'hand-over', ...second.play.sum });
    await send(vote, await textOf(lead));
    return { vote, other: await textOf(second) };
  }

  it('counts while nothing is published, and what the phone announced is shown as another result', async () => {
    const { vote, other } = await late();
    expect(ballots(vote)).toEqual(four(5));
    expect(await send(vote, other)).toMatchObject({ answer: 'late' });
    expect([ballots(vote), envelopesAt(vote.db, vote.poll.sitting.id).length]).toEqual([four(10), 2]);
    expect(phoneDifferences(vote.db, vote.poll)).toHaveLength(1);
    expect(again(vote)).toEqual([]);
    expect(publish(vote)).toMatchObject({ refusal: { code: 'note-required' } });
    must(publish(vote, 'Le deuxième téléphone est arrivé le soir.'));
  });

  it('changes nothing once the result is published', async () => {
    const { vote, other } = await late();
    must(publish(vote, 'Un téléphone manque.'));
    expect(await send(vote, other)).toMatchObject({ answer: 'difference' });
    expect(ballots(vote)).toEqual(four(5));
    expect(envelopesOf(vote.db, vote.poll.id)).toHaveLength(2);
  });
});

describe('a phone that broke', () => {
  it('hands in what is refused and kept, while people vote again by stones', async () => {
    const vote = frozenVote({ sittings: [sitting('phone')] });
    const phone = await letIn(vote);
    phone.play.checkIn(ten).whole(ten, example).do({ do: 'announce' });
    const text = await textOf(phone);
    const { first, second } = vote.two;
    const signed = { sitting: vote.poll.sitting.id, secondBy: second.actor.account, reason: 'L’écran est cassé.' };
    must(voidSitting(first, vote.box, vote.poll, { ...signed, instead: 'stones' }));
    expect(await send(vote, text)).toMatchObject({ answer: 'refused-void', receipt: '' });
    expect(refusedEnvelopes(vote.db)).toHaveLength(1);
    must(vote.open(four(10), 1));
    must(vote.enterTwice(vote.stones(four(10), [four(10), four(0), four(0)]), 1));
    expect(await send(vote, text)).toMatchObject({ answer: 'refused-void' });
    expect(refusedEnvelopes(vote.db)).toHaveLength(1);
    must(publish(vote));
    expect([vote.stage, ballots(vote)]).toEqual(['decided', four(10)]);
    expect(again(vote)).toEqual([]);
  });
});

describe('a sheet on which the portal finds too few people', () => {
  it('opens nothing, and stays apart', async () => {
    const vote = frozenVote({ sittings: [sitting('phone')] });
    const phone = await letIn(vote);
    phone.play.checkIn(ten).whole(ten, example).do({ do: 'announce' });
    const few = { present: four(1), youth: 0, disability: 0, disputes: 0 };
    expect(await send(vote, await changed(phone, { attendance: few }))).toMatchObject({ answer: 'accepted' });
    expect([pollPhase(vote.db, vote.poll), vote.stage]).toEqual(['planned', 'frozen']);
    expect(envelopesOf(vote.db, vote.poll.id).map(({ countsAt }) => countsAt)).toEqual([null]);
  });
});
