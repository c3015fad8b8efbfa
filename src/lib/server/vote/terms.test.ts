import { describe, expect, it } from 'vitest';
import { four, frozenVote, sitting, type Vote } from '../../../../tests/support/ballots.ts';
import { must } from '../../../../tests/support/two-files.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';
import { defaultQuorum } from '#lib/domain/vote/quorum.ts';
import { agreedByDefault, readTerms, type AgreedTerms } from '#lib/domain/vote/terms.ts';
import { checkSignedFile } from '#lib/record/check-signed-file.ts';
import { auditEntries } from '../db/schema/audit.ts';
import { nodeTools, notaryOf } from '../result/signing.ts';
import { callBallot } from './next-ballot.ts';
import { pollPhase } from './poll-phase.ts';
import { publishResult } from './publish-result.ts';
import { publicationOf, sealedResult } from './queries.ts';
import { recordSettlement, tiedOptions } from './settle-tie.ts';
import { voidPoll } from './void-poll.ts';
import { whySheet } from './why-sheet.ts';
import { signedRecord } from './write-record.ts';

const ten = four(10);
const chief: AgreedTerms = { ...agreedByDefault, lastRung: 'casting-vote', office: 'chef de village' };
const publish = (vote: Vote) =>
  publishResult(vote.two.first, vote.two.second.actor.account, vote.poll, '', notaryOf(Buffer.alloc(32, 7)));
const viewOf = (vote: Vote) => JSON.parse(sealedResult(vote.db, vote.poll.id)?.published ?? 'null') as PublishedView;

/** Level at the first ballot and at the second. */
function tiedTwice(agreed: AgreedTerms): Vote {
  const vote = frozenVote({ sittings: [sitting('stones')], agreed });
  must(vote.open(ten));
  must(vote.enterTwice(vote.stones(ten, [four(6), four(6), four(2)])));
  must(publish(vote));
  must(callBallot(vote.two.first, vote.poll, sitting('stones'), vote.two.second.actor.account));
  must(vote.open(ten));
  must(vote.enterTwice(vote.stones(ten, [four(5), four(5)], 'one')));
  return vote;
}

function settle(vote: Vote, rung: 'lot' | 'casting-vote', change: { note?: string; witnesses?: boolean } = {}) {
  const [option] = tiedOptions(vote.db, vote.poll);
  if (!option) throw new Error('Nothing is tied.');
  const said = { option: option.id, note: 'Devant tous.', witnesses: true, ...change };
  return recordSettlement(vote.two.first, vote.poll, rung, said, vote.two.second.actor.account);
}

describe('a casting vote that was agreed', () => {
  it('settles a second tie before two witnesses, and the lot does not', () => {
    const vote = tiedTwice(chief);
    expect(viewOf(vote).follows.step).toBe('casting-vote');
    expect(publish(vote)).toMatchObject({ refusal: { code: 'casting-vote-needed' } });
    expect(settle(vote, 'lot')).toMatchObject({ refusal: { code: 'stage-moved-on' } });
    expect(settle(vote, 'casting-vote', { witnesses: false })).toMatchObject({
      refusal: { code: 'lot-needs-witnesses', field: 'witnesses' }
    });
    expect(settle(vote, 'casting-vote', { note: ' ' })).toMatchObject({ refusal: { field: 'note' } });
    must(settle(vote, 'casting-vote'));
    expect(viewOf(vote)).toMatchObject({
      outcome: { winner: vote.poll.options[0]?.id, rung: 'casting-vote' },
      follows: { step: 'decided' },
      reason: { code: 'winner-casting-vote' }
    });
    must(publish(vote));
    expect(vote.stage).toBe('decided');
    const acts = vote.db
      .select()
      .from(auditEntries)
      .all()
      .map(({ act }) => act);
    expect(acts).toContain('casting-vote-heard');
    expect(acts).not.toContain('lot-drawn');
    expect(whySheet(vote.db, vote.poll)).toMatchObject({
      terms: { castingVoteOf: 'chef de village' },
      settled: { note: 'Devant tous.' }
    });
  });

  it('is in the signed record, which anybody can check', () => {
    const vote = tiedTwice(chief);
    must(settle(vote, 'casting-vote'));
    must(publish(vote));
    const publication = publicationOf(vote.db, vote.poll.id);
    const text = signedRecord(vote.db, publication?.number ?? 0) ?? '';
    const { findings, file } = checkSignedFile(text, nodeTools);
    expect(findings).toEqual([]);
    expect(file?.record.ballot).toMatchObject({ terms: { castingVoteOf: 'chef de village' } });
  });

  it('is refused where the lot was agreed', () => {
    const vote = tiedTwice(agreedByDefault);
    expect(settle(vote, 'casting-vote')).toMatchObject({ refusal: { code: 'stage-moved-on' } });
    must(settle(vote, 'lot'));
    expect(viewOf(vote).outcome.rung).toBe('lot');
  });
});

it('below 20 ballots nothing public tells that a casting vote was heard', () => {
  const few = { ...agreedByDefault.quorum, mostAsked: 8, statusLeast: 2, statusEnough: 3 };
  const vote = frozenVote({ sittings: [sitting('stones')], agreed: { ...chief, quorum: few } });
  const sixteen = four(4);
  must(vote.open(sixteen));
  must(vote.enterTwice(vote.stones(sixteen, [four(3), four(3), four(1)])));
  must(publish(vote));
  must(callBallot(vote.two.first, vote.poll, sitting('stones'), vote.two.second.actor.account));
  must(vote.open(sixteen));
  must(vote.enterTwice(vote.stones(sixteen, [four(2), four(2)], 'one')));
  must(settle(vote, 'casting-vote'));
  must(publish(vote));
  const { number } = publicationOf(vote.db, vote.poll.id) ?? { number: 0 };
  const { file, findings } = checkSignedFile(signedRecord(vote.db, number) ?? '', nodeTools);
  expect(findings).toEqual([]);
  // That it was agreed is public, and all that says so.
  expect(JSON.stringify({ ...file?.record, ballot: null })).not.toContain('casting-vote');
});

describe('terms of its own', () => {
  const few = { ...defaultQuorum, mostAsked: 8, statusLeast: 2, statusEnough: 3 };

  it('are what a call is judged by', () => {
    const usual = frozenVote({ sittings: [sitting('stones')] });
    must(usual.open(four(2)));
    expect(pollPhase(usual.db, usual.poll)).toBe('missed');
    const own = frozenVote({ sittings: [sitting('stones')], agreed: { ...chief, quorum: few } });
    must(own.open(four(2)));
    expect(own.stage).toBe('voting');
  });

  it('go over to the second ballot, and to the vote that takes the place of a void one', () => {
    const agreed = { ...chief, quorum: few };
    const vote = tiedTwice(agreed);
    expect(vote.poll.kind).toBe('second-tie');
    expect(readTerms(vote.poll.terms)).toMatchObject({ castingVoteOf: 'chef de village', quorum: few });
    const reason = { reason: 'Un sac était ouvert.', objection: null, secondBy: vote.two.second.actor.account };
    must(voidPoll(vote.two.first, vote.box, vote.poll, { ...reason, planned: [sitting('stones')] }));
    expect(vote.poll.number).toBe(3);
    expect(readTerms(vote.poll.terms)).toMatchObject({ castingVoteOf: 'chef de village', quorum: few });
  });

  it('that nobody could keep freeze nothing', () => {
    const impossible = { ...agreedByDefault, quorum: { ...defaultQuorum, mostAsked: 15_000 } };
    expect(() => frozenVote({ sittings: [sitting('stones')], agreed: impossible })).toThrow(/quorum-people/);
  });
});
