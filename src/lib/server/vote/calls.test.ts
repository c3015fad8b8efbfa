import { describe, expect, it } from 'vitest';
import { four, frozenVote, sitting, voteDay, type Vote } from '../../../../tests/support/ballots.ts';
import { must } from '../../../../tests/support/two-files.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';
import { addDays } from '#lib/domain/event/day.ts';
import { pollPhase } from './poll-phase.ts';
import { notaryOf } from '../result/signing.ts';
import { publishResult } from './publish-result.ts';
import { publicationOf, publishedResult, sealedResult } from './queries.ts';
import { supersedeResult } from './recounts.ts';
import { callAgain } from './second-call.ts';
import { voidPoll } from './void-poll.ts';
import { voidSitting } from './void-sitting.ts';
import { wipeBoxes } from './wipe-boxes.ts';

const ten = four(10);
const notary = notaryOf(Buffer.alloc(32, 7));
const publish = (vote: Vote, note = '') =>
  publishResult(vote.two.first, vote.two.second.actor.account, vote.poll, note, notary);
const viewOf = (vote: Vote) => JSON.parse(sealedResult(vote.db, vote.poll.id)?.published ?? 'null') as PublishedView;

/** To the first numbered example of the voting rules: the third wins. */
const example = [four(10, 10, 3, 3), four(6), four(9, 9, 4, 4)];

describe('a call at which too few people came', () => {
  it('is made once more within seven days, and failing again decides nothing', () => {
    const vote = frozenVote({ sittings: [sitting('stones')] });
    must(vote.open(four(1)));
    expect(pollPhase(vote.db, vote.poll)).toBe('missed');
    const again = (day: string) => callAgain(vote.two.first, vote.poll, [sitting('stones', 'École', day)]);
    expect(again(addDays(voteDay, 8))).toMatchObject({ refusal: { code: 'second-call-day', field: 'day-0' } });
    must(again(addDays(voteDay, 3)));
    expect(vote.poll.sitting).toMatchObject({ place: 'École', call: 'second' });
    expect(pollPhase(vote.db, vote.poll)).toBe('planned');
    vote.now = new Date(`${addDays(voteDay, 3)}T09:00:00Z`);
    must(vote.open(four(1)));
    expect(vote.stage).toBe('no-decision');
    expect(callAgain(vote.two.first, vote.poll, [sitting('stones')])).toMatchObject({ ok: false });
  });

  it('asks half of the total at the second call', () => {
    const vote = frozenVote({ sittings: [sitting('stones')] });
    must(vote.open(ten));
    expect(vote.stage).toBe('voting');
    const few = frozenVote({ sittings: [sitting('stones')] });
    must(few.open(four(6)));
    expect(pollPhase(few.db, few.poll)).toBe('missed');
    must(callAgain(few.two.first, few.poll, [sitting('stones')]));
    must(few.open(four(6)));
    expect(few.stage).toBe('voting');
  });
});

describe('several sittings', () => {
  const two = () => frozenVote({ sittings: [sitting('stones', 'Place'), sitting('paper', 'Campement')] });
  const paper = (vote: Vote, of: ReturnType<typeof four>) =>
    vote.count('paper', { issued: of, unused: four(0), spoiled: four(0), cast: of, yes: [of, four(0), four(0)] });

  it('are judged and counted together, and nothing is counted before the last', () => {
    const vote = two();
    must(vote.open(ten, 0));
    must(vote.enterTwice(vote.stones(ten, example), 0));
    expect(sealedResult(vote.db, vote.poll.id)).toBeNull();
    must(vote.open(four(10), 1));
    must(vote.enterTwice(paper(vote, ten), 1));
    expect(viewOf(vote)).toMatchObject({ ballots: 80 });
  });

  it('leave out one that two people declared void', () => {
    const vote = two();
    must(vote.open(four(20), 0));
    const signed = {
      sitting: vote.sittingAt(1).id,
      reason: 'La route est coupée.',
      secondBy: vote.two.second.actor.account
    };
    const alone = { ...signed, sitting: vote.sittingAt(0).id };
    must(voidSitting(vote.two.first, vote.box, vote.poll, signed));
    expect(voidSitting(vote.two.first, vote.box, vote.poll, alone)).toMatchObject({
      refusal: { code: 'sitting-is-the-last' }
    });
    must(vote.enterTwice(vote.stones(four(20), example), 0));
    expect(viewOf(vote)).toMatchObject({ ballots: 80 });
  });

  it('are not read where too few people came in all', () => {
    const vote = two();
    must(vote.open(four(3), 0));
    must(vote.enterTwice(vote.stones(four(3), [four(1), four(1), four(1)]), 0));
    must(vote.open(four(2), 1));
    must(vote.enterTwice(paper(vote, four(2)), 1));
    expect(sealedResult(vote.db, vote.poll.id)).toBeNull();
    expect([vote.stage, pollPhase(vote.db, vote.poll)]).toEqual(['frozen', 'missed']);
    must(callAgain(vote.two.first, vote.poll, [sitting('stones', 'Place', addDays(voteDay, 2))]));
    expect(vote.poll.sittings).toHaveLength(1);
    expect(pollPhase(vote.db, vote.poll)).toBe('planned');
  });
});

describe('a published result', () => {
  function published(): Vote {
    const vote = frozenVote({ sittings: [sitting('stones')] });
    must(vote.open(ten));
    must(vote.enterTwice(vote.stones(ten, example)));
    must(publish(vote));
    return vote;
  }
  const secondBy = (vote: Vote) => vote.two.second.actor.account;

  it('stays public while it is counted again, and the new one says why it takes its place', () => {
    const vote = published();
    must(supersedeResult(vote.two.first, vote.poll, { reason: 'Un bol fut oublié.', secondBy: secondBy(vote) }));
    const told = () => publishedResult(vote.db, vote.made.consultation, vote.now, 'visitor');
    expect(told()?.view.outcome.winner).toBe(vote.poll.options[2]?.id);
    must(vote.enterTwice(vote.stones(ten, [four(10, 10, 4, 4), four(6), four(9, 9, 4, 4)])));
    expect(told()?.view.outcome.winner).toBe(vote.poll.options[2]?.id);
    must(publish(vote));
    expect(told()).toMatchObject({ record: { reason: 'Un bol fut oublié.' } });
    expect(told()?.view.outcome.winner).toBe(vote.poll.options[0]?.id);
    expect(vote.stage).toBe('decided');
    expect(publicationOf(vote.db, vote.poll.id)?.number).toBe(2);
  });

  it('may not be led elsewhere by a correction', () => {
    const vote = published();
    must(supersedeResult(vote.two.first, vote.poll, { reason: 'Un bol fut oublié.', secondBy: secondBy(vote) }));
    must(vote.enterTwice(vote.stones(ten, [four(1), four(1), four(1)])));
    expect(publish(vote)).toMatchObject({ refusal: { code: 'correction-changes-course' } });
  });

  it('is taken away by two people, and a new vote over the same projects is called', () => {
    const vote = published();
    const planned = [sitting('stones', 'Place', addDays(voteDay, 10))];
    must(
      voidPoll(vote.two.first, vote.box, vote.poll, {
        reason: 'Fraude.',
        planned,
        objection: null,
        secondBy: secondBy(vote)
      })
    );
    expect([vote.stage, vote.poll.number, vote.poll.kind]).toEqual(['frozen', 2, 'first']);
    expect(vote.poll.options.map(({ title }) => title)).toEqual(['Forage', 'École', 'Marché']);
    expect(publishedResult(vote.db, vote.made.consultation, vote.now, 'visitor')).toBeNull();
  });

  it('has nothing to wipe where no card was printed', () => {
    const vote = published();
    const late = { db: vote.db, now: new Date('2027-01-01T00:00:00Z') };
    expect(wipeBoxes(late, vote.box, () => undefined)).toBe(0);
  });
});
