import { describe, expect, it } from 'vitest';
import { four, frozenVote, sitting } from '../../../../tests/support/ballots.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { pollPhase } from './poll-phase.ts';
import { callAgain } from './second-call.ts';
import { voidSitting, mayVoidSitting } from './void-sitting.ts';

const ten = four(10);
const byPhone = () => frozenVote({ sittings: [sitting('phone')] });
const why = { reason: 'L’écran est cassé.' };

describe('a sitting on a phone', () => {
  it('is opened under the tree, never at the desk', () => {
    const vote = byPhone();
    expect(vote.open(ten)).toMatchObject({ refusal: { code: 'phone-opens' } });
    expect(pollPhase(vote.db, vote.poll)).toBe('planned');
    expect(vote.stage).toBe('frozen');
  });

  it('is written down here where too few people came, and called again', () => {
    const vote = byPhone();
    must(vote.open(four(1)));
    expect(pollPhase(vote.db, vote.poll)).toBe('missed');
    must(callAgain(vote.two.first, vote.poll, [sitting('phone')]));
    expect(vote.poll.sitting).toMatchObject({ channel: 'phone', call: 'second' });
  });

  it('goes on by stones where the phone broke: at the same place and day, judged before it opens', () => {
    const vote = byPhone();
    const { id, place, day } = vote.poll.sitting;
    expect(mayVoidSitting(vote.db, vote.poll, vote.poll.sitting)).toBe(true);
    const secondBy = vote.two.second.actor.account;
    must(voidSitting(vote.two.first, vote.box, vote.poll, { sitting: id, secondBy, ...why, instead: 'stones' }));
    expect(vote.poll.sittings.map(({ state, channel }) => [state, channel])).toEqual([
      ['void', 'phone'],
      ['planned', 'stones']
    ]);
    expect(vote.poll.sitting).toMatchObject({ place, day, channel: 'stones' });
    must(vote.open(four(1), 1));
    expect(pollPhase(vote.db, vote.poll)).toBe('missed');
    must(vote.open(ten, 1));
    expect(vote.stage).toBe('voting');
  });

  it('takes the place of no other channel, and without another way of voting the whole vote is to be declared void', () => {
    const stones = frozenVote({ sittings: [sitting('stones')] });
    const declare = (vote: typeof stones, instead?: 'paper') =>
      voidSitting(vote.two.first, vote.box, vote.poll, {
        sitting: vote.poll.sitting.id,
        secondBy: vote.two.second.actor.account,
        ...why,
        ...(instead && { instead })
      });
    expect(declare(stones, 'paper')).toMatchObject({ refusal: { code: 'stage-moved-on' } });
    expect(declare(byPhone())).toMatchObject({ refusal: { code: 'sitting-is-the-last' } });
  });
});
