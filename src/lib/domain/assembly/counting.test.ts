import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Act } from '#lib/domain/assembly/acts.ts';
import { envelopesOf, toldFingerprint, toldResult } from '#lib/domain/assembly/told.ts';
import { envelope, sha256 } from '../../../../tests/support/assemblies.ts';
import { example, Play, ten } from '../../../../tests/support/assembly-play.ts';
import { byColour } from '../../../../tests/support/tallies.ts';

const refused = (code: string) => ({ ok: false, refusal: { code } });

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
    const told = toldFingerprint(sha256, play.pack, play.state, play.state.ballot);
    expect(told).toMatch(/^[0-9A-Z]{6}$/);
    expect(envelopesOf(sha256, play.pack, play.state, '0.1.0')).toEqual([
      { ...envelope({ told }), attendance: { ...envelope().attendance, disputes: 0 } }
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
