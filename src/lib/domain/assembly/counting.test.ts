import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Act } from '#lib/domain/assembly/acts.ts';
import { followsOf } from '#lib/domain/assembly/after-count.ts';
import { envelopesOf, toldResult } from '#lib/domain/assembly/told.ts';
import type { SittingId } from '#lib/domain/shared/ids.ts';
import { countLines, fieldNames, type HandCount } from '#lib/domain/vote/hand-count.ts';
import { noneByColour } from '#lib/domain/vote/tally.ts';
import { device, envelope } from '../../../../tests/support/assemblies.ts';
import { by, example, Play, ten, type YesByOption } from '../../../../tests/support/assembly-play.ts';
import { byColour, optionId, type Four } from '../../../../tests/support/tallies.ts';

const refused = (code: string) => ({ ok: false, refusal: { code } });
const follows = (play: Play) => followsOf(play.pack, play.state.ballot);
const half: Four = [5, 5, 5, 5];
const halfExample: YesByOption = [
  [5, 5, 2, 1],
  [3, 3, 3, 3],
  [4, 5, 2, 2]
];

describe('one phone', () => {
  test('knows of no sum of sittings', () => {
    const play = new Play().checkIn(ten).open().close();
    expect(play.try({ do: 'judge-sum' })).toEqual(refused('not-now'));
  });

  test('announces what the server would publish', () => {
    const play = new Play().checkIn(ten, { youth: 12, disability: 3 }).whole(ten, example);
    const view = toldResult(play.pack, play.state);
    expect(view).toMatchObject({ size: 'full', ballots: 40, outcome: { kind: 'winner', winner: 'c' }, youth: 12 });
    expect(view).toMatchObject({ disability: null, follows: { step: 'decided' } });
    expect(envelopesOf(play.pack, play.state, '0.1.0')).toEqual([
      { ...envelope(), attendance: { ...envelope().attendance, disputes: 0 } }
    ]);
  });

  test('counts only what its own record knows', () => {
    const play = new Play().checkIn(ten).open().voteAll([2, 2, 2, 2], example).close();
    const count = (ballots: readonly string[]): Act => ({
      do: 'count',
      ...play.sum,
      own: { ballots, damaged: 0 },
      note: 'des personnes sont parties'
    });
    const [first = '', ...others] = play.box;
    for (const ballots of [others, [...play.box, first], [`d${first.slice(1)}`, ...others], ['x', ...others]])
      expect(play.try(count(ballots))).toEqual(refused('counts-unlike-box'));
    expect(play.try(count(play.box)).ok).toBe(true);
  });

  test('asks why where people and tokens differ', () => {
    const play = new Play().checkIn(ten).open().voteAll([9, 10, 10, 10], example).close();
    expect(play.try({ do: 'count', ...play.sum })).toEqual(refused('note-needed'));
    const unused = byColour([1, 0, 0, 0]);
    expect(play.try({ do: 'count', ...play.sum, unused }).ok).toBe(true);
    expect(play.try({ do: 'count', ...play.sum, note: 'une femme est partie' }).ok).toBe(true);
  });

  test('the order of voters leaves no trace in the record', () => {
    const voters = fc.array(fc.constantFrom('HW' as const, 'HM' as const, 'RW' as const, 'RM' as const), {
      maxLength: 12
    });
    fc.assert(
      fc.property(
        voters.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        ([one, other]) => {
          const [first, second] = [one, other].map((order) => {
            const play = new Play().checkIn(ten).open();
            for (const colour of order) play.vote(colour, [true, false, true]);
            return play.state;
          });
          expect(second).toEqual(first);
        }
      ),
      { numRuns: 20 }
    );
  });
});

describe('ballots that follow', () => {
  test('none eligible: a second ballot by the same rule, then an end', () => {
    const play = new Play().checkIn(ten).whole(ten, [
      [10, 10, 0, 0],
      [9, 10, 1, 0],
      [0, 0, 0, 0]
    ]);
    expect(follows(play)).toMatchObject({ step: 'second-ballot', poll: 'second-none-eligible' });
    play.do({ do: 'announce' }, { do: 'next-ballot' });
    expect(play.state).toMatchObject({ phase: 'ready', ballot: { kind: 'second-none-eligible' } });
    expect(play.try({ do: 'check-in-again' })).toEqual(refused('not-now'));
    const none = play.state.ballot.options.map((): Four => [0, 0, 0, 0]);
    play.whole(ten, none).do({ do: 'announce' });
    expect(follows(play)).toEqual({ step: 'no-decision' });
    expect(play.try({ do: 'next-ballot' })).toEqual(refused('nothing-follows'));
    expect(envelopesOf(play.pack, play.state, '0.1.0').map(({ kind }) => kind)).toEqual([
      'first',
      'second-none-eligible'
    ]);
  });

  test('a tie: a second ballot of one mark, then a lot before two witnesses, announced again', () => {
    const play = new Play({}, 'leading', ['a', 'b', 'c']).checkIn(ten).whole(ten, [half, half, [0, 0, 0, 0]]);
    play.do({ do: 'announce' }, { do: 'next-ballot' });
    expect(play.state.ballot).toMatchObject({ kind: 'second-tie', options: ['a', 'b'] });
    play.whole(ten, [half, half]).do({ do: 'announce' });
    expect(follows(play)).toMatchObject({ step: 'lot' });
    const lot = { do: 'settle', winner: optionId('b') } as const;
    expect(play.try({ ...lot, witnesses: false })).toEqual(refused('witnesses-needed'));
    expect(play.try({ ...lot, winner: optionId('c'), witnesses: true })).toEqual(refused('not-among-tied'));
    play.do({ ...lot, witnesses: true });
    expect(play.state.phase).toBe('counted');
    expect(toldResult(play.pack, play.state)).toMatchObject({ outcome: { winner: 'b', rung: 'lot' } });
    expect(play.do({ do: 'announce' }).try({ ...lot, witnesses: true })).toEqual(refused('nothing-follows'));
    expect(envelopesOf(play.pack, play.state, '0.1.0')[1]?.settled).toEqual({ rung: 'lot', winner: 'b' });
  });

  test('fewer than half said yes: a ratification of one project, by hands', () => {
    const play = new Play().checkIn(ten).whole(ten, [
      [4, 4, 4, 4],
      [0, 0, 0, 0],
      [0, 0, 0, 0]
    ]);
    play.do({ do: 'announce' }, { do: 'next-ballot' }, { do: 'choose-channel', channel: 'hands', agreed: false });
    expect(play.state.ballot).toMatchObject({ kind: 'ratification', options: ['a'] });
    play.do({ do: 'open', by }, { do: 'close', by, filling: play.filling });
    const count = handCount('hands', 'ratification', 1, { 'yes-0-HW': 9, 'yes-0-RM': 4, 'no-HM': 5 });
    play.do({ do: 'enter-count', number: 1, count }, { do: 'enter-count', number: 3, count });
    play.do({ do: 'count', ...play.sum, own: null, note: 'des mains de moins' });
    expect(toldResult(play.pack, play.state)).toMatchObject({ size: 'small', outcome: { winner: 'a' } });
  });
});

const handCount = (
  channel: 'stones' | 'hands',
  kind: 'first' | 'ratification',
  options: number,
  figures: HandCount
): HandCount => ({
  ...Object.fromEntries(fieldNames(countLines(channel, kind, options)).map((name) => [name, 0])),
  ...figures
});

describe('stones at the same sitting', () => {
  const stones = handCount('stones', 'first', 3, {
    'issued-HW': 10,
    'issued-HM': 10,
    'issued-RW': 10,
    'issued-RM': 10,
    'yes-0-HW': 10,
    'yes-1-RW': 9,
    'discard-HW': 20,
    'discard-HM': 30,
    'discard-RW': 21,
    'discard-RM': 30
  });
  const closed = () =>
    new Play()
      .checkIn(ten)
      .do({ do: 'practise' }, { do: 'choose-channel', channel: 'stones', agreed: false })
      .do({ do: 'open', by }, { do: 'close', by, filling: { used: 0, free: 0, damaged: 0 } });

  test('are entered twice, blind, by two people who sign the count', () => {
    const play = closed();
    expect(play.try({ do: 'count', ...play.sum, own: null })).toEqual(refused('entry-incomplete'));
    expect(play.try({ do: 'enter-count', number: 4, count: stones })).toEqual(refused('two-needed'));
    expect(play.try({ do: 'enter-count', number: 1, count: {} })).toEqual(refused('entry-incomplete'));
    play.do({ do: 'enter-count', number: 1, count: stones });
    expect(play.try({ do: 'enter-count', number: 1, count: stones })).toEqual(refused('entry-by-same'));
    play.do({ do: 'enter-count', number: 2, count: stones });
    expect(play.try({ do: 'count', ...play.sum, own: null })).toEqual(refused('two-needed'));
    play.do({ do: 'count', ...play.sum, own: null, by: [2, 1] });
    expect(play.state.ballot.own?.tally.ballots).toEqual(byColour(ten));
    expect(toldResult(play.pack, play.state)).toMatchObject({ ballots: 40, outcome: { kind: 'none-eligible' } });
  });

  test('unequal entries are shown side by side, and both enter anew', () => {
    const play = closed().do({ do: 'enter-count', number: 1, count: stones });
    play.do({ do: 'enter-count', number: 2, count: { ...stones, 'yes-1-RW': 8 } });
    expect(play.state.ballot).toMatchObject({ entries: [], differences: [{ colour: 'RW', one: 9, other: 8 }] });
    expect(play.try({ do: 'count', ...play.sum, own: null })).toEqual(refused('entry-incomplete'));
    const more = { ...stones, 'unused-HW': 11 };
    expect(play.try({ do: 'enter-count', number: 1, count: more })).toEqual(refused('tokens-too-many'));
  });
});

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
    const [sent] = envelopesOf(play.pack, play.state, '0.1.0');
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
    expect(envelopesOf(play.pack, play.state, '0.1.0')[0]?.counts.tally.ballots).toEqual(byColour(half));
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
    expect(envelopesOf(play.pack, play.state, '0.1.0')).toHaveLength(1);
    expect(toldResult(play.pack, play.state)).toBeNull();
  });
});
