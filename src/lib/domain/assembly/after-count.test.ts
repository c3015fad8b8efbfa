import { describe, expect, test } from 'vitest';
import { followsOf } from '#lib/domain/assembly/after-count.ts';
import { envelopesOf, toldResult } from '#lib/domain/assembly/told.ts';
import { by, handCount, Play, ten } from '../../../../tests/support/assembly-play.ts';
import { sha256 } from '../../../../tests/support/assemblies.ts';
import { optionId, type Four } from '../../../../tests/support/tallies.ts';

const refused = (code: string) => ({ ok: false, refusal: { code } });
const follows = (play: Play) => followsOf(play.pack, play.state.ballot);
const half: Four = [5, 5, 5, 5];

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
    expect(envelopesOf(sha256, play.pack, play.state, '0.1.0').map(({ kind }) => kind)).toEqual([
      'first',
      'second-none-eligible'
    ]);
  });

  test('a tie: a second ballot of one mark, then a lot before two witnesses, announced again', () => {
    const play = new Play({}, 'leading', ['a', 'b', 'c']).checkIn(ten).whole(ten, [half, half, [0, 0, 0, 0]]);
    play.do({ do: 'announce' }, { do: 'next-ballot' });
    expect(play.state.ballot).toMatchObject({ kind: 'second-tie', options: ['a-2', 'b-2'] });
    play.whole(ten, [half, half]).do({ do: 'announce' });
    expect(follows(play)).toMatchObject({ step: 'lot' });
    const lot = { do: 'settle', winner: optionId('b-2') } as const;
    expect(play.try({ ...lot, witnesses: false })).toEqual(refused('witnesses-needed'));
    expect(play.try({ ...lot, winner: optionId('c-2'), witnesses: true })).toEqual(refused('not-among-tied'));
    play.do({ ...lot, witnesses: true });
    expect(play.state.phase).toBe('counted');
    expect(toldResult(play.pack, play.state)).toMatchObject({ outcome: { winner: 'b-2', rung: 'lot' } });
    expect(play.do({ do: 'announce' }).try({ ...lot, witnesses: true })).toEqual(refused('nothing-follows'));
    expect(envelopesOf(sha256, play.pack, play.state, '0.1.0')[1]?.settled).toEqual({ rung: 'lot', winner: 'b-2' });
  });

  test('fewer than half said yes: a ratification of one project, by hands', () => {
    const play = new Play().checkIn(ten).whole(ten, [
      [4, 4, 4, 4],
      [0, 0, 0, 0],
      [0, 0, 0, 0]
    ]);
    play.do({ do: 'announce' }, { do: 'next-ballot' }, { do: 'choose-channel', channel: 'hands', agreed: false });
    expect(play.state.ballot).toMatchObject({ kind: 'ratification', options: ['a-2'] });
    play.do({ do: 'open', by }, { do: 'close', by, filling: play.filling });
    const count = handCount('hands', 'ratification', 1, { 'yes-0-HW': 9, 'yes-0-RM': 4, 'no-HM': 5 });
    play.do({ do: 'enter-count', number: 1, count }, { do: 'enter-count', number: 3, count });
    play.do({ do: 'count', ...play.sum, own: null, note: 'des mains de moins' });
    expect(toldResult(play.pack, play.state)).toMatchObject({ size: 'small', outcome: { winner: 'a-2' } });
  });
});
