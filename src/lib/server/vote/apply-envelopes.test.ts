import { describe, expect, it } from 'vitest';
import { by, example, ten } from '../../../../tests/support/assembly-play.ts';
import { frozenVote, sitting } from '../../../../tests/support/ballots.ts';
import { handedIn, letIn, publish, send, type TestPhone } from '../../../../tests/support/phone-vote.ts';
import { must } from '../../../../tests/support/two-files.ts';
import type { Four } from '../../../../tests/support/tallies.ts';
import { readEnvelope } from '#lib/domain/assembly/envelope.ts';
import { envelopesAt } from './envelopes.ts';
import { phoneDifferences } from './phone-differences.ts';
import { pollPhase } from './poll-phase.ts';
import { readPoll, sealedResult } from './queries.ts';

const byPhone = () => frozenVote({ sittings: [sitting('phone')] });
const half: Four = [5, 5, 5, 5];
const none: Four = [0, 0, 0, 0];
const texts = async (phone: TestPhone): Promise<string[]> => [...(await handedIn(phone))];

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
