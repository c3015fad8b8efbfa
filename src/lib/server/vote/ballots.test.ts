import { describe, expect, it } from 'vitest';
import { four, frozenVote, sitting, voteDay, type Vote } from '../../../../tests/support/ballots.ts';
import { must } from '../../../../tests/support/two-files.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';
import { deskPoll } from './desk-poll.ts';
import { newestConsultation } from '../community/queries.ts';
import { supersedeResult } from './recounts.ts';
import { whySheet } from './why-sheet.ts';
import { ballotToCall, callBallot } from './next-ballot.ts';
import { openVotes } from './open-votes.ts';
import { pollPhase } from './poll-phase.ts';
import { notaryOf } from '../result/signing.ts';
import { publishResult } from './publish-result.ts';
import { publishedResult, sealedResult } from './queries.ts';
import { recordSettlement, tiedOptions } from './settle-tie.ts';

const ten = four(10);
const notary = notaryOf(Buffer.alloc(32, 7));
const publish = (vote: Vote, note = '') =>
  publishResult(vote.two.first, vote.two.second.actor.account, vote.poll, note, notary);
const viewOf = (vote: Vote) => JSON.parse(sealedResult(vote.db, vote.poll.id)?.published ?? 'null') as PublishedView;

/** To the first numbered example of the voting rules: the third wins. */
const example = [four(10, 10, 3, 3), four(6), four(9, 9, 4, 4)];

describe('a sitting with stones', () => {
  it('is counted once two people entered the same, and neither saw the other’s figures', () => {
    const vote = frozenVote({ sittings: [sitting('stones')] });
    must(vote.open(ten));
    expect(vote.enter('first', vote.stones(ten, example))).toMatchObject({ value: 'first' });
    const consultation = newestConsultation(vote.db, vote.made.community);
    if (!consultation) throw new Error('There is no consultation.');
    const desk = JSON.stringify(deskPoll(vote.two.second, vote.box, consultation, vote.poll));
    expect(desk).not.toMatch(/"yes-|"discard/);
    expect(vote.enter('first', vote.stones(ten, example))).toMatchObject({ refusal: { code: 'count-entered-by-you' } });
    expect(vote.enter('second', vote.stones(ten, example))).toMatchObject({ value: 'agrees' });
    expect(viewOf(vote).outcome).toMatchObject({ kind: 'winner', winner: vote.poll.options[2]?.id });
    must(publish(vote));
    expect(vote.stage).toBe('decided');
  });

  it('is counted again by both where they differ', () => {
    const vote = frozenVote({ sittings: [sitting('stones')] });
    must(vote.open(ten));
    must(vote.enter('first', vote.stones(ten, example)));
    const wrong = { ...vote.stones(ten, example), 'yes-0-HW': 9 };
    expect(vote.enter('second', wrong)).toMatchObject({ value: 'differs' });
    expect(pollPhase(vote.db, vote.poll)).toBe('open');
    must(vote.enter('second', vote.stones(ten, example)));
    expect(vote.enter('first', vote.stones(ten, example))).toMatchObject({ value: 'agrees' });
    expect(pollPhase(vote.db, vote.poll)).toBe('counted');
  });

  it('needs a note where stones and people do not fit', () => {
    const vote = frozenVote({ sittings: [sitting('stones')] });
    must(vote.open(ten));
    must(vote.enterTwice({ ...vote.stones(ten, example), 'discard-HW': 4 }));
    expect(publish(vote)).toMatchObject({ refusal: { code: 'note-required', field: 'note' } });
    must(publish(vote, 'Un caillou est tombé du sac.'));
  });

  it('refuses more tokens that came back than were handed out', () => {
    const vote = frozenVote({ sittings: [sitting('stones')] });
    must(vote.open(ten));
    const count = { ...vote.stones(ten, example), 'unused-RW': 11 };
    expect(vote.enter('first', count)).toMatchObject({ refusal: { code: 'tokens-too-many', field: 'unused-RW' } });
  });
});

describe('a ballot after the first', () => {
  it('is called over what the rule names, needs no new quorum in the same sitting, and is the last', () => {
    const vote = frozenVote({ sittings: [sitting('stones')] });
    must(vote.open(ten));
    // Nobody reaches a third of the returned.
    must(vote.enterTwice(vote.stones(ten, [four(9, 9, 2, 2), four(8, 8, 1, 1), four(7, 7, 3, 2)])));
    must(publish(vote));
    expect(vote.stage).toBe('second-ballot');
    expect(ballotToCall(vote.db, vote.poll)?.options.map(({ letter }) => letter)).toEqual(['A', 'C']);
    expect(openVotes(vote.db)).toEqual([]);
    must(callBallot(vote.two.first, vote.poll, sitting('paper'), vote.two.second.actor.account));
    expect(openVotes(vote.db)).toEqual([]);
    expect(vote.poll).toMatchObject({ kind: 'second-none-eligible', number: 2 });
    expect(publishedResult(vote.db, vote.made.consultation, vote.now, 'visitor')?.view.follows.step).toBe(
      'second-ballot'
    );
    must(vote.open(four(1)));
    expect(openVotes(vote.db)).toMatchObject([{ options: 2, day: voteDay }]);
    const figures = { issued: ten, unused: four(0), spoiled: four(0), cast: ten };
    must(vote.enterTwice(vote.count('paper', { ...figures, yes: [four(9, 9, 2, 2), four(9, 9, 3, 3)] })));
    expect(viewOf(vote)).toMatchObject({ outcome: { kind: 'none-eligible' }, follows: { step: 'no-decision' } });
    expect(publish(vote)).toMatchObject({ refusal: { code: 'note-required' } });
    must(publish(vote, 'Les gens étaient quarante.'));
    expect(vote.stage).toBe('no-decision');
    expect(ballotToCall(vote.db, vote.poll)).toBeNull();
  });

  it('among the tied takes one mark each, and a second tie goes to the lot before two witnesses', () => {
    const vote = frozenVote({ sittings: [sitting('stones')] });
    must(vote.open(ten));
    must(vote.enterTwice(vote.stones(ten, [four(6), four(6), four(2)])));
    must(publish(vote));
    must(callBallot(vote.two.first, vote.poll, sitting('stones'), vote.two.second.actor.account));
    expect(vote.poll.kind).toBe('second-tie');
    must(vote.open(ten));
    must(vote.enterTwice(vote.stones(ten, [four(5), four(5)], 'one')));
    expect(publish(vote)).toMatchObject({ refusal: { code: 'lot-needed' } });
    const [one] = tiedOptions(vote.db, vote.poll);
    if (!one) throw new Error('Nothing is tied.');
    const draw = (witnesses: boolean, note: string) =>
      recordSettlement(
        vote.two.first,
        vote.poll,
        'lot',
        { option: one.id, note, witnesses },
        vote.two.second.actor.account
      );
    expect(draw(false, 'Deux papiers.')).toMatchObject({ refusal: { code: 'lot-needs-witnesses' } });
    expect(draw(true, ' ')).toMatchObject({ refusal: { code: 'field-required', field: 'note' } });
    must(draw(true, 'Deux papiers dans une calebasse.'));
    expect(draw(true, 'Encore.')).toMatchObject({ refusal: { code: 'stage-moved-on' } });
    expect(viewOf(vote).outcome).toMatchObject({ winner: one.id, rung: 'lot' });
    must(publish(vote));
    expect(vote.stage).toBe('decided');
  });

  it('that was settled by lot is settled anew where a recount ends level again', () => {
    const vote = frozenVote({ sittings: [sitting('stones')] });
    const by = vote.two.second.actor.account;
    must(vote.open(ten));
    must(vote.enterTwice(vote.stones(ten, [four(6), four(6), four(2)])));
    must(publish(vote));
    must(callBallot(vote.two.first, vote.poll, sitting('stones'), by));
    must(vote.open(ten));
    must(vote.enterTwice(vote.stones(ten, [four(5), four(5)], 'one')));
    const draw = (place: number) => {
      const option = tiedOptions(vote.db, vote.poll)[place]?.id;
      if (!option) throw new Error('Nothing is tied.');
      const lot = { option, note: 'Deux papiers.', witnesses: true };
      must(recordSettlement(vote.two.first, vote.poll, 'lot', lot, by));
      return option;
    };
    draw(0);
    must(publish(vote));
    must(supersedeResult(vote.two.first, vote.poll, { reason: 'Un bol fut oublié.', secondBy: by }));
    must(vote.enterTwice(vote.stones(ten, [four(4), four(4)], 'one')));
    expect(publish(vote)).toMatchObject({ refusal: { code: 'lot-needed' } });
    const drawn = draw(1);
    must(publish(vote));
    expect(viewOf(vote).outcome).toMatchObject({ winner: drawn, rung: 'lot' });
    expect(whySheet(vote.db, vote.poll)?.settled?.option).toBe(drawn);
  });

  it('asks yes or no by hands where fewer than half wanted the winner', () => {
    const vote = frozenVote({ sittings: [sitting('stones')] });
    must(vote.open(ten));
    must(vote.enterTwice(vote.stones(ten, [four(4), four(1), four(1)])));
    must(publish(vote));
    expect(vote.stage).toBe('ratification');
    must(callBallot(vote.two.first, vote.poll, sitting('hands'), vote.two.second.actor.account));
    must(vote.open(ten));
    must(vote.enterTwice(vote.count('hands', { yes: [four(6, 5, 5, 5)], no: four(4, 5, 5, 5) })));
    must(publish(vote));
    expect(vote.stage).toBe('decided');
  });

  it('is the only one where one proposal alone is feasible', () => {
    const vote = frozenVote({ sittings: [sitting('hands')], titles: ['Forage'] });
    must(vote.open(ten));
    must(vote.enterTwice(vote.count('hands', { yes: [four(4)], no: four(6) })));
    must(publish(vote));
    expect(vote.stage).toBe('no-decision');
  });
});
