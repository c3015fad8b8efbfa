import { beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#lib/domain/event/day.ts';
import { communities } from '../db/schema/community.ts';
import { four, frozenVote, sitting, voteDay, type Vote } from '../../../../tests/support/ballots.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { startScreening, openConsultation } from '../community/open-consultation.ts';
import { newestConsultation, readCommunity, toldConsultations } from '../community/queries.ts';
import { changeStage } from '../audit/change-stage.ts';
import { minutesAt, recordAt, resultAt, toldConsultationAt } from '../find.ts';
import { resultDocument, resultRows } from '../result/open-data.ts';
import { notaryOf } from '../result/signing.ts';
import { callBallot } from './next-ballot.ts';
import { publishResult } from './publish-result.ts';
import { publishedBallots, publishedResult, toldBallots } from './queries.ts';
import { resultPage } from './result-page.ts';
import { callAgain } from './second-call.ts';
import { voidPoll } from './void-poll.ts';

const ten = four(10);
const noneEligible = [four(9, 9, 2, 2), four(8, 8, 1, 1), four(7, 7, 3, 2)];
const third = [four(10, 10, 3, 3), four(6), four(9, 9, 4, 4)];
const secondBy = (vote: Vote) => vote.two.second.actor.account;
const publish = (vote: Vote) =>
  publishResult(vote.two.first, secondBy(vote), vote.poll, '', notaryOf(Buffer.alloc(32, 7)));

function counted(vote: Vote, yes = third): void {
  must(vote.open(ten));
  must(vote.enterTwice(vote.stones(ten, yes)));
  must(publish(vote));
}
const declareVoid = (vote: Vote, reason = 'Un sac fut ouvert.') =>
  must(
    voidPoll(vote.two.first, vote.box, vote.poll, {
      reason,
      planned: [sitting('stones', 'Autre place', addDays(voteDay, 10))],
      objection: null,
      secondBy: secondBy(vote)
    })
  );

const slug = 'forgho';
let vote: Vote;
const asker = () => ({ ctx: { db: vote.db, now: vote.now }, staff: null });
const at = (number?: string, poll?: string) => ({ slug, ...(number && { number }), ...(poll && { poll }) });
const outcomeAt = (number?: string, poll?: string) => resultAt(asker(), at(number, poll)).result.view.outcome.kind;
const pageAt = (number?: string, poll?: string) =>
  resultPage(asker().ctx, resultAt(asker(), at(number, poll)), at(number, poll));
const ballots = () => toldBallots(vote.db, vote.made.consultation, vote.now);

beforeEach(() => {
  vote = frozenVote({ sittings: [sitting('stones')] });
});

describe('a first ballot that chose nothing, then a second that decided', () => {
  beforeEach(() => {
    counted(vote, noneEligible);
    must(callBallot(vote.two.first, vote.poll, sitting('stones'), secondBy(vote)));
  });

  it('the first is the latest until the second is published', () => {
    expect([outcomeAt(), outcomeAt('1'), outcomeAt('1', '1')]).toEqual(Array(3).fill('none-eligible'));
    expect(() => resultAt(asker(), at('1', '2'))).toThrow();
    expect(pageAt()).toMatchObject({ before: [], isOlder: false });
    expect(ballots()).toMatchObject([
      { number: 1, result: {} },
      { number: 2, result: null, missed: null }
    ]);
  });

  it('both are kept, each at its own address, and the newest at those without a number', () => {
    counted(vote, [four(9, 9, 4, 4), four(9, 9, 3, 3)]);
    expect([outcomeAt(), outcomeAt('1'), outcomeAt('1', '2')]).toEqual(Array(3).fill('winner'));
    expect(outcomeAt('1', '1')).toBe('none-eligible');
    expect(pageAt('1', '1')).toMatchObject({
      base: '/communities/forgho/consultations/1/polls/1',
      canonical: '/communities/forgho/consultations/1/polls/1/result',
      isOlder: true,
      before: []
    });
    expect(pageAt('1', '2')).toMatchObject({
      canonical: '/communities/forgho/result',
      isOlder: false,
      before: [{ number: 1, kind: 'first', isVoid: false }]
    });
    expect(minutesAt(asker(), at('1', '1')).result.record.fingerprint).not.toBe(
      minutesAt(asker(), at()).result.record.fingerprint
    );
    expect(recordAt(asker(), at('1', '2')).signed).toBe(recordAt(asker(), at()).signed);
    expect(JSON.parse(recordAt(asker(), at('1', '1')).signed)).toMatchObject({ record: { poll: { number: 1 } } });
  });
});

describe('a ballot that two people declared void', () => {
  beforeEach(() => {
    counted(vote);
    declareVoid(vote);
  });

  it('is nobody’s latest result, stays at its own address, and says why it is void', () => {
    expect(() => resultAt(asker(), at())).toThrow();
    expect(() => resultAt(asker(), at('1'))).toThrow();
    expect(pageAt('1', '1')).toMatchObject({ voided: { reason: 'Un sac fut ouvert.' }, isOlder: false });
    expect(publishedBallots(vote.db, vote.made.consultation)).toEqual([{ number: 1, kind: 'first', isVoid: true }]);
  });

  it('is no choice in the open files either, for programs that know nothing of void ballots', () => {
    const { community, result } = resultAt(asker(), at('1', '1'));
    const document = resultDocument(community, 1, result);
    expect(document).toMatchObject({
      outcome: 'void',
      follows: 'void',
      void: { reason: 'Un sac fut ouvert.' },
      ballots: 40
    });
    expect(resultRows(result).map(({ chosen, void: isVoid }) => [chosen, isVoid])).toEqual(
      Array(3).fill([false, true])
    );
  });

  it('is followed by one whose files say nothing of it', () => {
    counted(vote);
    const { community, result } = resultAt(asker(), at());
    expect(result.poll.number).toBe(2);
    expect(JSON.stringify([resultDocument(community, 1, result), resultRows(result)])).not.toContain('void');
    expect(pageAt()).toMatchObject({ voided: null, before: [{ number: 1, isVoid: true }] });
    expect(pageAt('1', '1')).toMatchObject({ isOlder: true });
  });

  it('of a discreet community keeps its reason, which may tell of the next vote', () => {
    vote.db.update(communities).set({ discreet: true }).run();
    vote.now = new Date(`${addDays(voteDay, 3)}T12:00:00Z`);
    expect(resultAt(asker(), at('1', '1')).result).toMatchObject({ voided: { reason: null, at: null }, record: {} });
    expect(ballots()).toMatchObject([{ voided: { reason: null } }, { day: null, missed: null, result: null }]);
    const told = [ballots()[1], toldConsultationAt(asker().ctx, { slug, number: '1' }).consultation];
    expect(JSON.stringify(told)).not.toMatch(/Un sac|Autre place|2026-07-15/);
  });
});

it('where too few people came, the ballot says at which call', () => {
  must(vote.open(four(1)));
  expect(ballots()).toMatchObject([{ missed: 'first', result: null }]);
  must(callAgain(vote.two.first, vote.poll, [sitting('stones', 'Place', addDays(voteDay, 2))]));
  vote.now = new Date(`${addDays(voteDay, 2)}T09:00:00Z`);
  must(vote.open(four(1)));
  expect(ballots()).toMatchObject([{ missed: 'second' }]);
  expect(vote.stage).toBe('no-decision');
  vote.db.update(communities).set({ discreet: true }).run();
  expect(ballots()).toMatchObject([{ missed: null, day: null }]);
});

it('what was published stays where it was when the consultation begins again, and when another is opened', () => {
  counted(vote);
  const before = JSON.stringify(resultAt(asker(), at('1', '1')).result);
  for (const stage of ['carrying-out', 'completed'] as const)
    must(changeStage(vote.two.first, vote.made.consultation, stage));
  const community = readCommunity(vote.db, vote.made.community);
  if (!community) throw new Error('There is no community.');
  const sums = { sumAvailable: 1_000_000, ownShare: 0, households: 10, adultHosts: null, adultReturned: null };
  must(openConsultation(vote.two.first, community.id, sums));
  expect(newestConsultation(vote.db, community.id)?.number).toBe(2);
  expect(() => resultAt(asker(), at())).toThrow();
  expect(() => resultAt(asker(), at('2'))).toThrow();
  expect(() => resultAt(asker(), at('3'))).toThrow();
  expect(JSON.stringify(resultAt(asker(), at('1', '1')).result)).toBe(before);
  expect(pageAt('1').canonical).toBe('/communities/forgho/consultations/1/polls/1/result');
  expect(toldConsultations(vote.db, community, vote.now)).toMatchObject([
    { number: 2, stage: 'proposing' },
    { number: 1, stage: 'completed' }
  ]);
  expect(toldConsultationAt(asker().ctx, { slug, number: '1' }).consultation.history.map(({ stage }) => stage)).toEqual(
    ['screening', 'frozen', 'voting', 'decided', 'carrying-out', 'completed']
  );
});

it('a ballot that decided nothing stays the latest while the proposals are screened again', () => {
  counted(vote, noneEligible);
  must(callBallot(vote.two.first, vote.poll, sitting('stones'), secondBy(vote)));
  counted(vote, [four(9, 9, 2, 2), four(9, 9, 3, 3)]);
  must(startScreening(vote.two.first, vote.made.consultation));
  expect(publishedResult(vote.db, vote.made.consultation, vote.now, 'visitor')).toMatchObject({
    poll: { number: 2 },
    view: { follows: { step: 'no-decision' } }
  });
});
