import { describe, expect, it } from 'vitest';
import { ten } from '../../../../tests/support/assembly-play.ts';
import { frozenVote, sitting, type Vote } from '../../../../tests/support/ballots.ts';
import { handedIn, letIn, publish, send, type TestPhone } from '../../../../tests/support/phone-vote.ts';
import type { Four } from '../../../../tests/support/tallies.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { readEnvelope } from '#lib/domain/assembly/envelope.ts';
import { firstOptionId } from '#lib/domain/vote/later-options.ts';
import { agreedByDefault, type AgreedTerms } from '#lib/domain/vote/terms.ts';
import { callBallot } from './next-ballot.ts';
import { envelopesAt, envelopesOf } from './envelopes.ts';
import { phoneDifferences, standsApart } from './phone-differences.ts';
import { pollPhase } from './poll-phase.ts';
import { sealedResult } from './queries.ts';
import { whySheet } from './why-sheet.ts';

const half: Four = [5, 5, 5, 5];
const none: Four = [0, 0, 0, 0];

async function onePhone(agreed: AgreedTerms = agreedByDefault) {
  const vote = frozenVote({ sittings: [sitting('phone')], agreed });
  return { vote, phone: await letIn(vote) };
}

/** @returns the six characters of each ballot, as the phone told them. */
async function sendAll(vote: Vote, phone: TestPhone): Promise<readonly (string | null)[]> {
  const texts = await handedIn(phone);
  for (const text of texts) expect(await send(vote, text)).toMatchObject({ answer: 'accepted' });
  return texts.map((text) => must(readEnvelope(text)).envelope.told);
}

const fingerprint = (vote: Vote) => sealedResult(vote.db, vote.poll.id)?.fingerprint;

describe('a ratification on the spot', () => {
  const fewWant = [[4, 4, 4, 4], none, none] as const;
  async function ratified() {
    const { vote, phone } = await onePhone();
    phone.play.checkIn(ten).whole(ten, fewWant).do({ do: 'announce' }, { do: 'next-ballot' });
    phone.play.whole(ten, [[8, 8, 8, 8]]).do({ do: 'announce' });
    return { vote, phone };
  }

  it('is called by the result before it, and counted with the same six characters', async () => {
    const { vote, phone } = await ratified();
    const told = await sendAll(vote, phone);
    expect([vote.poll.kind, fingerprint(vote)]).toEqual(['first', told[0]]);
    must(publish(vote));
    expect([vote.poll.kind, vote.stage, fingerprint(vote)]).toEqual(['ratification', 'ratification', told[1]]);
    must(publish(vote));
    expect(vote.stage).toBe('decided');
  });

  it('that two people called otherwise meanwhile stays apart, and counts nowhere', async () => {
    const { vote, phone } = await ratified();
    const [first = '', later = ''] = await handedIn(phone);
    await send(vote, first);
    must(publish(vote));
    const { first: one, second } = vote.two;
    must(callBallot(one, vote.poll, sitting('stones'), second.actor.account));
    const root = vote.poll.after;
    expect(await send(vote, later)).toMatchObject({ answer: 'accepted' });
    expect([vote.poll.sitting.channel, pollPhase(vote.db, vote.poll)]).toEqual(['stones', 'planned']);
    const kept = root ? envelopesOf(vote.db, root) : [];
    expect(kept.map(standsApart)).toEqual([false, true]);
  });
});

describe('a tie that lasted twice', () => {
  it.each([
    ['lot', agreedByDefault],
    ['casting-vote', { ...agreedByDefault, lastRung: 'casting-vote' as const, office: 'Le maire' }]
  ])('settled by %s under the tree, is settled here', async (rung, agreed) => {
    const { vote, phone } = await onePhone(agreed as AgreedTerms);
    const { play } = phone;
    play.checkIn(ten).whole(ten, [half, half, none]).do({ do: 'announce' }, { do: 'next-ballot' });
    play.whole(ten, [half, half]).do({ do: 'announce' });
    const [winner] = play.state.ballot.options;
    if (!winner) throw new Error('A second ballot has two projects.');
    play.do({ do: 'settle', winner, witnesses: true }, { do: 'announce' });
    const told = await sendAll(vote, phone);
    must(publish(vote));
    expect(fingerprint(vote)).toBe(told[1]);
    expect(whySheet(vote.db, vote.poll)?.settled).toMatchObject({ option: winner });
    expect(play.state.ballot.settled).toEqual({ rung, winner });
    expect(phoneDifferences(vote.db, vote.poll)).toEqual([]);
    must(publish(vote));
    expect(vote.stage).toBe('decided');
  });
});

describe('two phones that went on together', () => {
  const some: Four = [4, 4, 4, 4];
  const others: Four = [6, 6, 6, 6];
  async function two() {
    const { vote, phone: lead } = await onePhone();
    const second = await letIn(vote, 'second');
    const take = async (ballot: number) => {
      const text = (await handedIn(second))[ballot] ?? '';
      lead.play.do({ do: 'take-counts', envelope: must(readEnvelope(text)).envelope });
    };
    lead.play.checkIn(ten).do({ do: 'use-phones', phones: 2 }).open();
    lead.play.voteAll(others, [others, others, none]).close();
    second.play.do({ do: 'begin' }).open().voteAll(some, [none, none, none]).close();
    second.play.do({ do: 'hand-over', ...second.play.sum });
    await take(0);
    lead.play.count().do({ do: 'announce' }, { do: 'next-ballot' }).open();
    const { kind } = lead.play.state.ballot;
    const options = lead.play.state.ballot.options.map(firstOptionId);
    lead.play.voteAll(others, [others, none]).close();
    second.play.do({ do: 'follow', kind, options }).open().voteAll(some, [none, some]).close();
    second.play.do({ do: 'hand-over', ...second.play.sum });
    await take(1);
    lead.play.count().do({ do: 'announce' });
    return { vote, texts: [...(await handedIn(lead)), ...(await handedIn(second))] };
  }

  it.each([
    ['the leading one first', [0, 1, 2, 3]],
    ['the second one first', [3, 2, 1, 0]],
    ['across', [1, 2, 3, 0]]
  ])('%s: both ballots count the sum of both', async (_, order) => {
    const { vote, texts } = await two();
    for (const at of order) expect(await send(vote, texts[at] ?? '')).toMatchObject({ answer: 'accepted' });
    expect(phoneDifferences(vote.db, vote.poll)).toEqual([]);
    must(publish(vote));
    expect([vote.poll.kind, pollPhase(vote.db, vote.poll)]).toEqual(['second-tie', 'counted']);
    expect(envelopesAt(vote.db, vote.poll.sitting.id)).toHaveLength(2);
    expect(phoneDifferences(vote.db, vote.poll)).toEqual([]);
  });

  it('the later ballot of the second one may come after publication', async () => {
    const { vote, texts } = await two();
    for (const at of [0, 1, 2]) await send(vote, texts[at] ?? '');
    must(publish(vote));
    expect([vote.poll.kind, vote.stage]).toEqual(['first', 'second-ballot']);
    await send(vote, texts[3] ?? '');
    expect([vote.poll.kind, pollPhase(vote.db, vote.poll)]).toEqual(['second-tie', 'counted']);
  });
});
