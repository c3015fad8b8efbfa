import { beforeEach, describe, expect, it } from 'vitest';
import { newsAddress, newsInWords } from '#lib/i18n/news-words.ts';
import { money } from '#lib/i18n/numbers.ts';
import { addDays } from '#lib/domain/event/day.ts';
import { four, frozenVote, sitting, voteDay, type Vote } from '../../../../tests/support/ballots.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { changeStage } from '../audit/change-stage.ts';
import { readCommunity } from '../community/queries.ts';
import { communities } from '../db/schema/community.ts';
import { notaryOf } from '../result/signing.ts';
import { newsOf } from './news.ts';
import { answerObjection, receiveObjection } from './objections.ts';
import { publishResult } from './publish-result.ts';
import { voidPoll } from './void-poll.ts';

const ten = four(10);
const secondBy = (vote: Vote) => vote.two.second.actor.account;
let vote: Vote;

function news() {
  const community = readCommunity(vote.db, vote.made.community);
  if (!community) throw new Error('There is no community.');
  return newsOf(vote.db, community, vote.now);
}
const kinds = () => news().map(({ kind }) => kind);
const idsOf = () => news().map(({ id }) => id);
const hoursLater = (hours: number) => (vote.now = new Date(vote.now.getTime() + hours * 3_600_000));
const words = () => news().map((item) => newsInWords('fr', item));

function publish(): void {
  hoursLater(1);
  must(vote.open(ten));
  must(vote.enterTwice(vote.stones(ten, [four(10, 10, 3, 3), four(6), four(9, 9, 4, 4)])));
  hoursLater(1);
  must(publishResult(vote.two.first, secondBy(vote), vote.poll, '', notaryOf(Buffer.alloc(32, 7))));
}
function declareVoid(): void {
  hoursLater(1);
  const planned = [sitting('stones', 'Autre place', addDays(voteDay, 10))];
  const why = { reason: 'Un sac fut ouvert.', planned, objection: null, secondBy: secondBy(vote) };
  must(voidPoll(vote.two.first, vote.box, vote.poll, why));
}

beforeEach(() => {
  vote = frozenVote({ sittings: [sitting('stones')] });
});

it('tells who votes on what, where and when, and then the result, the newest first', () => {
  expect(new Set(kinds())).toEqual(new Set(['frozen', 'called']));
  publish();
  expect(kinds()[0]).toBe('result');
  const [result] = words();
  expect(result?.title).toBe('Résultat du vote · Projet choisi\u00a0: Marché');
  expect(words().find(({ title }) => title.startsWith('Les projets'))?.text).toBe(
    ['A. Forage', 'B. École', 'C. Marché'].map((name) => `${name} (${money(1_000_000)})`).join('\n')
  );
  const [item] = news();
  expect(item && newsAddress('forgho', item)).toBe('/communities/forgho/consultations/1/polls/1/result');
});

it('keeps its ids, whatever comes later', () => {
  const before = idsOf();
  publish();
  const published = idsOf();
  expect(published).toEqual(expect.arrayContaining([...before]));
  declareVoid();
  expect(idsOf()).toEqual(expect.arrayContaining([...published]));
  expect(new Set(idsOf()).size).toBe(idsOf().length);
});

it('says in place of a result that its vote is void, so that no reader keeps it', () => {
  publish();
  const id = idsOf()[0];
  declareVoid();
  const item = news().find((one) => one.id === id);
  expect(item).toMatchObject({ kind: 'void', reason: 'Un sac fut ouvert.' });
  expect(item && item.changedAt > item.at).toBe(true);
  expect(JSON.stringify(words())).not.toContain('Projet choisi');
});

it('tells an answered objection, and none that waits', () => {
  publish();
  const heard = { heard: 'voice', text: 'Le sac était ouvert.', language: 'fr' } as const;
  const number = must(receiveObjection(vote.two.first, vote.poll, heard));
  expect(kinds()).not.toContain('objection-answered');
  hoursLater(1);
  must(answerObjection(vote.two.first, vote.poll, number, 'Deux témoins l’ont vu fermé.'));
  expect(words()[0]?.text).toBe('Le sac était ouvert.\nLa réponse\u00a0: Deux témoins l’ont vu fermé.');
});

it('tells that too few people came, and that a consultation was cancelled and why', () => {
  must(vote.open(four(1)));
  hoursLater(1);
  must(changeStage(vote.two.first, vote.made.consultation, 'cancelled', { reason: 'La route est coupée.' }));
  expect(kinds().slice(0, 2)).toEqual(['stage', 'missed']);
  expect(words()[0]?.title).toMatch(/^Consultation annulée · Consultation n°.1$/);
  expect(words()[0]?.text).toBe('La route est coupée.');
});

describe('of a discreet community', () => {
  const beDiscreet = () => vote.db.update(communities).set({ discreet: true }).run();

  it('nothing before its vote is over, and all of it from the day after', () => {
    beDiscreet();
    expect(news()).toEqual([]);
    publish();
    expect(news()).toEqual([]);
    vote.now = new Date(`${addDays(voteDay, 1)}T09:00:00Z`);
    expect(kinds()).toEqual(expect.arrayContaining(['frozen', 'called', 'result']));
  });

  it('nothing of the next vote, nor why one is void, while that waits', () => {
    beDiscreet();
    publish();
    declareVoid();
    vote.now = new Date(`${addDays(voteDay, 3)}T09:00:00Z`);
    expect(news()).toEqual([]);
  });
});
