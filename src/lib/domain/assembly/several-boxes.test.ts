import { describe, expect, test } from 'vitest';
import { envelopesOf, toldResult } from '#lib/domain/assembly/told.ts';
import type { SittingId } from '#lib/domain/shared/ids.ts';
import { noneByColour } from '#lib/domain/vote/tally.ts';
import { device, envelope, sha256 } from '../../../../tests/support/assemblies.ts';
import { by, example, Play, ten, type YesByOption } from '../../../../tests/support/assembly-play.ts';
import { byColour, optionId, type Four } from '../../../../tests/support/tallies.ts';

const refused = (code: string) => ({ ok: false, refusal: { code } });
const half: Four = [5, 5, 5, 5];
const halfExample: YesByOption = [
  [5, 5, 2, 1],
  [3, 3, 3, 3],
  [4, 5, 2, 2]
];

describe('a second phone', () => {
  const second = () => {
    const play = new Play({ device: device('phone2') }, 'second').do({ do: 'begin' });
    return play
      .open()
      .voteAll(half, halfExample)
      .close()
      .do({ do: 'hand-over', ...play.sum });
  };
  const envelopeOfSecond = () => {
    const play = second();
    const [sent] = envelopesOf(sha256, play.pack, play.state, '0.1.0');
    if (!sent) throw new Error('The second phone has no envelope.');
    return sent;
  };
  /** The pack of two phones is one but for the phone. */
  const leading = () =>
    new Play().checkIn(ten).do({ do: 'use-phones', phones: 2 }).open().voteAll(half, halfExample).close();

  test('hands its sealed counts over, and shows nothing', () => {
    const play = second();
    expect(play.try({ do: 'announce' })).toEqual(refused('not-now'));
    expect(toldResult(play.pack, play.state)).toBeNull();
    expect(envelopeOfSecond().attendance.present).toEqual(noneByColour);
  });

  test('adds up with the leading one, once', () => {
    const play = leading();
    expect(play.try({ do: 'count', ...play.sum })).toMatchObject(refused('counts-missing'));
    const taken = envelopeOfSecond();
    for (const wrong of [
      { ...taken, kind: 'ratification' as const },
      { ...taken, ballot: 'f'.repeat(64) },
      { ...taken, device: play.pack.device },
      { ...taken, sitting: 'elsewhere' as SittingId }
    ])
      expect(play.try({ do: 'take-counts', envelope: wrong })).toEqual(refused('counts-of-another-vote'));
    play.do({ do: 'take-counts', envelope: taken });
    expect(play.try({ do: 'take-counts', envelope: taken })).toEqual(refused('counts-taken'));
    expect(play.try({ do: 'take-counts', envelope: { ...taken, device: device('phone3') } })).toEqual(
      refused('phones-not-two')
    );
    play.count();
    expect(toldResult(play.pack, play.state)).toMatchObject({ ballots: 40, outcome: { kind: 'winner', winner: 'c' } });
    expect(envelopesOf(sha256, play.pack, play.state, '0.1.0')[0]?.counts.tally.ballots).toEqual(byColour(half));
  });

  test('holds the next ballot too, over projects of the one before', () => {
    const play = second();
    expect(play.try({ do: 'follow', kind: 'ratification', options: [optionId('z')] })).toEqual(
      refused('counts-of-another-vote')
    );
    play.do({ do: 'follow', kind: 'ratification', options: [optionId('c')] });
    expect(play.open().voteAll(half, [half]).close().state.ballot.confirmed).toBe(20);
  });
});

describe('several sittings', () => {
  const sittings = ['sitting1', 'sitting2'].map((id) => ({ id: id as SittingId, place: id, day: '2026-07-05' }));
  const other = envelope({ sitting: 'sitting2' as SittingId, device: device('phone2') });
  const first = () => new Play({ sittings }).checkIn([10, 10, 0, 0]).open().voteAll([10, 10, 0, 0], example).close();

  test('are judged on their sum, and read once all are in', () => {
    const play = first();
    expect(play.state.quorum).toBeNull();
    expect(play.try({ do: 'judge-sum' })).toMatchObject(refused('counts-missing'));
    play.do({ do: 'take-counts', envelope: other });
    expect(play.try({ do: 'count', ...play.sum })).toEqual(refused('quorum-first'));
    play.do({ do: 'judge-sum' }).count();
    expect(play.state).toMatchObject({ phase: 'counted', quorum: { met: true } });
  });

  test('too few in all: nothing is read, and nobody can come any more', () => {
    const few = { ...other.attendance, present: byColour([5, 5, 1, 1]) };
    const play = first();
    play.do({ do: 'take-counts', envelope: { ...other, attendance: few } }, { do: 'judge-sum' });
    expect(play.state).toMatchObject({ phase: 'no-quorum', ballot: { own: null, outcome: null } });
    expect(play.try({ do: 'check-in-again' })).toEqual(refused('not-now'));
    expect(play.do({ do: 'reconvene', by }).state).toMatchObject({
      phase: 'prepared',
      ballot: { confirmed: 0, taken: [] }
    });
  });

  test('a phone of one of them may hand in its envelope unread', () => {
    const play = first();
    play.do({ do: 'hand-over', ...play.sum });
    expect(envelopesOf(sha256, play.pack, play.state, '0.1.0')).toHaveLength(1);
    expect(toldResult(play.pack, play.state)).toBeNull();
  });
});
