import { expect, test } from 'vitest';
import { checkSignedFile } from '#lib/record/check-signed-file.ts';
import { newsInWords } from '#lib/i18n/news-words.ts';
import { reasonInWords } from '#lib/i18n/reason.ts';
import type { SignedFile } from '#lib/domain/result/record.ts';
import { four, frozenVote, sitting, type Vote } from '../../../../tests/support/ballots.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { readCommunity } from '../community/queries.ts';
import { minutesAt, recordAt, resultAt } from '../find.ts';
import { answerCsv, answerJson, answerRecord } from '../result/answer-files.ts';
import { nodeTools, notaryOf } from '../result/signing.ts';
import { callBallot } from './next-ballot.ts';
import { newsOf } from './news.ts';
import { publishResult } from './publish-result.ts';
import { minutesPage, resultPage } from './result-page.ts';
import { supersedeResult } from './recounts.ts';

const ten = four(10);
const secondBy = (vote: Vote) => vote.two.second.actor.account;
const publish = (vote: Vote) =>
  publishResult(vote.two.first, secondBy(vote), vote.poll, '', notaryOf(Buffer.alloc(32, 7)));

/** A first ballot without a choice, a second that decided, and a correction that names another winner. */
function corrected(): Vote {
  const vote = frozenVote({ sittings: [sitting('stones')] });
  must(vote.open(ten));
  must(vote.enterTwice(vote.stones(ten, [four(9, 9, 2, 2), four(8, 8, 1, 1), four(7, 7, 3, 2)])));
  must(publish(vote));
  must(callBallot(vote.two.first, vote.poll, sitting('stones'), secondBy(vote)));
  must(vote.open(ten));
  must(vote.enterTwice(vote.stones(ten, [four(9, 9, 4, 4), four(9, 9, 5, 5)])));
  must(publish(vote));
  must(supersedeResult(vote.two.first, vote.poll, { reason: 'Un bol fut oublié.', secondBy: secondBy(vote) }));
  must(vote.enterTwice(vote.stones(ten, [four(9, 9, 6, 6), four(9, 9, 5, 5)])));
  must(publish(vote));
  return vote;
}

test.each([
  ['first', '1', 'none-eligible'],
  ['second', '2', 'winner']
])('page, minutes, JSON, CSV, record and feed of the %s ballot say the same', async (_, poll, kind) => {
  const vote = corrected();
  const { ctx, address } = { ctx: { db: vote.db, now: vote.now }, address: { slug: 'forgho', number: '1', poll } };
  const asker = { ctx, staff: null };
  const found = resultAt(asker, address);
  const page = resultPage(ctx, found, address);
  const minutes = minutesPage(ctx, minutesAt(asker, address), address, '');
  const { record } = JSON.parse(await answerRecord(recordAt(asker, address)).text()) as SignedFile;
  expect(checkSignedFile(recordAt(asker, address).signed, nodeTools, null).findings).toEqual([]);

  expect(page.view.outcome.kind).toBe(kind);
  expect(minutes.view).toEqual(page.view);
  expect(record.published).toEqual(page.view);
  expect([minutes.fingerprint, record.fingerprint]).toEqual(Array(2).fill(page.record?.fingerprint));

  if (page.view.size !== 'full') throw new Error('Forty ballots are told in full.');
  const { ballots, options, turnout } = page.view;
  const json = (await answerJson(found).json()) as { options: readonly { yes: number; chosen: boolean }[] };
  expect(json).toMatchObject({ outcome: kind, ballots, turnout, fingerprint: record.fingerprint });
  expect(json.options.map(({ yes }) => yes)).toEqual(options.map(({ yes }) => yes));
  const rows = (await answerCsv(found).text()).trim().split('\n').slice(1);
  expect(rows.map((row) => row.split(',').slice(-3))).toEqual(
    options.map(({ id, yes, acceptedByEvery }) => [yes, acceptedByEvery, id === page.view.outcome.winner].map(String))
  );

  const community = readCommunity(vote.db, vote.made.community);
  if (!community) throw new Error('There is no community.');
  const news = newsOf(vote.db, community, vote.now).filter((item) => 'poll' in item && item.poll === Number(poll));
  for (const lang of ['fr', 'bm', 'ses']) {
    const sentence = reasonInWords(lang, record.published.reason, page.options);
    const told = news.filter((item) => item.kind === 'result' || item.kind === 'corrected');
    expect(told).toHaveLength(poll === '2' ? 2 : 1);
    for (const item of told) expect(newsInWords(lang, item).text.split('\n')).toContain(sentence);
  }
});

test('what a correction took the place of is found nowhere', () => {
  const vote = corrected();
  const community = readCommunity(vote.db, vote.made.community);
  if (!community) throw new Error('There is no community.');
  const address = { slug: 'forgho', number: '1', poll: '2' };
  const asker = { ctx: { db: vote.db, now: vote.now }, staff: null };
  const found = resultAt(asker, address);
  const everything = JSON.stringify([
    resultPage(asker.ctx, found, address),
    minutesPage(asker.ctx, minutesAt(asker, address), address, ''),
    newsOf(vote.db, community, vote.now)
  ]);
  // 9 + 9 + 4 + 4, before the forgotten bowl.
  expect(everything).not.toContain('"yes":26');
  expect(everything).toContain('"yes":30');
  expect(everything).toContain('Un bol fut oublié.');
});
