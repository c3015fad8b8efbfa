import { describe, expect, it } from 'vitest';
import { four, frozenVote, sitting, voteDay, type Vote } from '../../../../tests/support/ballots.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { addDays } from '#lib/domain/event/day.ts';
import { notaryOf } from '../result/signing.ts';
import { cardSittings, cardsPrinted } from './card-sittings.ts';
import { closeDue } from './close-due.ts';
import { closePoll } from './close-poll.ts';
import { callBallot } from './next-ballot.ts';
import { answerObjection, receiveObjection } from './objections.ts';
import { pollPhase } from './poll-phase.ts';
import { printCards, replaceCards, type PrintedCard } from './print-cards.ts';
import { publishResult } from './publish-result.ts';
import { sealedResult } from './queries.ts';
import { voidPoll } from './void-poll.ts';
import { wipeBoxes } from './wipe-boxes.ts';

const notary = notaryOf(Buffer.alloc(32, 7));
const secondBy = (vote: Vote) => vote.two.second.actor.account;
const print = (vote: Vote) => must(printCards(vote.two.first, vote.box, vote.poll, four(1)));
const publish = (vote: Vote) => must(publishResult(vote.two.first, secondBy(vote), vote.poll, 'Vu.', notary));
const close = (vote: Vote) => closePoll(vote.two.first, vote.box, secondBy(vote), vote.poll);
const ofColour = (cards: readonly PrintedCard[], colour: string, count: number) =>
  cards.filter((card) => card.colour === colour).slice(0, count);

function firstOf(cards: readonly PrintedCard[]): PrintedCard {
  const [first] = cards;
  if (!first) throw new Error('There are no cards.');
  return first;
}

/** Ten of each colour vote. @param marks of a voter by their place among ten */
function castAll(vote: Vote, cards: readonly PrintedCard[], marks: (voter: number) => readonly boolean[]): void {
  for (const colour of ['HW', 'HM', 'RW', 'RM'])
    ofColour(cards, colour, 10).forEach(({ code }, voter) => must(vote.box.cast(code, marks(voter))));
}

describe('a torn sheet', () => {
  it('is taken back and drawn anew; a card of it that voted stays good', () => {
    const vote = frozenVote({ sittings: [sitting('cards')] });
    const cards = print(vote);
    must(vote.open(four(10)));
    const sheet = ofColour(cards, 'HW', 24);
    const [voted, torn] = sheet;
    if (!voted || !torn) throw new Error('A sheet has no cards.');
    must(vote.box.cast(voted.code, [true, false, false]));
    const codes = sheet.map(({ code }) => code);
    const fresh = must(replaceCards(vote.two.first, vote.box, { poll: vote.poll, sitting: vote.sittingAt(0) }, codes));
    expect(fresh).toHaveLength(23);
    expect(vote.box.cast(torn.code, [true, false, false])).toMatchObject({ refusal: { code: 'card-void' } });
    expect(vote.box.cast(fresh[0]?.code ?? torn.code, [false, true, false])).toMatchObject({ ok: true });
    expect(cardsPrinted(vote.db, vote.sittingAt(0).id)).toEqual(four(24));
    expect(vote.box.countCast(vote.sittingAt(0).number)).toBe(2);
    const again = replaceCards(vote.two.first, vote.box, { poll: vote.poll, sitting: vote.sittingAt(0) }, codes);
    expect(again).toMatchObject({ refusal: { code: 'cards-none' } });
  });
});

describe('cards printed ahead', () => {
  it('vote in the second ballot, whose slots are made when its projects are known', () => {
    const vote = frozenVote({ sittings: [sitting('cards')], spareCards: true });
    const own = print(vote);
    const spare = cardSittings(vote.db, vote.poll).find((one) => one.spare);
    if (!spare) throw new Error('No box was planned ahead.');
    const ahead = must(printCards(vote.two.first, vote.box, vote.poll, four(1), spare));
    expect(vote.box.cast(firstOf(ahead).code, [true])).toMatchObject({ refusal: { code: 'poll-not-open-yet' } });
    must(vote.open(four(10)));
    castAll(vote, own, (voter) => [voter < 6, voter >= 4, false]);
    must(close(vote));
    publish(vote);
    expect(vote.stage).toBe('second-ballot');
    must(callBallot(vote.two.first, vote.poll, sitting('cards'), secondBy(vote)));
    expect([vote.poll.kind, vote.poll.options.length]).toEqual(['second-tie', 2]);
    must(vote.open(four(10)));
    expect(vote.box.cast(firstOf(ahead).code, [true, true])).toMatchObject({
      refusal: { code: 'ballot-one-choice' }
    });
    castAll(vote, ahead, (voter) => [voter < 6, voter >= 6]);
    must(close(vote));
    const { outcome } = JSON.parse(sealedResult(vote.db, vote.poll.id)?.sealed ?? '{}');
    expect(outcome).toMatchObject({ kind: 'winner', winner: vote.poll.options[0]?.id, ballots: 40 });
  });
});

describe('the hour at which a vote by card closes', () => {
  const planned = { ...sitting('cards'), closesAt: `${voteDay}T12:00:00Z` };

  it('is kept by the program, and earlier only by two where every card that was given voted', () => {
    const vote = frozenVote({ sittings: [planned] });
    const cards = print(vote);
    must(vote.open(four(10)));
    castAll(vote, cards.slice(1), (voter) => [voter < 6, false, false]);
    expect(close(vote)).toMatchObject({ ok: true });
    const late = frozenVote({ sittings: [planned] });
    print(late);
    must(late.open(four(10)));
    expect(close(late)).toMatchObject({ refusal: { code: 'closing-too-early' } });
    const at = (hour: string) => closeDue({ db: late.db, now: new Date(`${voteDay}T${hour}:00Z`) }, late.box);
    expect([at('11:59'), at('12:00'), at('12:01')]).toEqual([0, 1, 0]);
    expect(pollPhase(late.db, late.poll)).toBe('counted');
  });

  it('is past: nobody opens it any more', () => {
    const vote = frozenVote({ sittings: [{ ...planned, closesAt: `${voteDay}T08:00:00Z` }] });
    print(vote);
    expect(vote.open(four(10))).toMatchObject({ refusal: { code: 'closing-hour-past' } });
  });
});

describe('wiping', () => {
  const days = (count: number) => new Date(`${addDays(voteDay, count)}T10:00:00Z`);
  function published(): Vote {
    const vote = frozenVote({ sittings: [sitting('cards')] });
    const cards = print(vote);
    must(vote.open(four(10)));
    castAll(vote, cards, (voter) => [voter < 6, false, false]);
    must(close(vote));
    publish(vote);
    return vote;
  }
  const wipe = (vote: Vote, day: number) => wipeBoxes({ db: vote.db, now: days(day) }, vote.box, () => undefined);
  const object = (vote: Vote, day: number) =>
    receiveObjection({ ...vote.two.first, now: days(day) }, vote.poll, {
      heard: 'voice',
      text: 'Non.',
      language: 'fr'
    });

  it('waits thirty days after publication, and longer where somebody objected', () => {
    const plain = published();
    expect([wipe(plain, 29), wipe(plain, 31)]).toEqual([0, 1]);
    const contested = published();
    const number = must(object(contested, 3));
    expect(wipe(contested, 90)).toBe(0);
    must(answerObjection({ ...contested.two.first, now: days(91) }, contested.poll, number, 'Tout a été compté.'));
    expect([wipe(contested, 120), wipe(contested, 122)]).toEqual([0, 1]);
  });

  it('comes thirty days after a vote was declared void for an objection, and no objection comes late', () => {
    const vote = published();
    const number = must(object(vote, 7));
    expect(object(vote, 8)).toMatchObject({ refusal: { code: 'objections-closed' } });
    const old = vote.poll;
    const planned = [sitting('stones', 'Place', addDays(voteDay, 12))];
    must(
      voidPoll(vote.two.first, vote.box, old, {
        reason: 'Fondée.',
        planned,
        objection: number,
        secondBy: secondBy(vote)
      })
    );
    expect(answerObjection(vote.two.first, old, number, 'Non.')).toMatchObject({ refusal: { code: 'objection-over' } });
    expect([wipe(vote, 29), wipe(vote, 31)]).toEqual([0, 1]);
  });
});
