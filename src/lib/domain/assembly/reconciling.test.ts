import { describe, expect, test } from 'vitest';
import { toldResult } from '#lib/domain/assembly/told.ts';
import { by, handCount, Play, ten } from '../../../../tests/support/assembly-play.ts';
import { byColour } from '../../../../tests/support/tallies.ts';

const refused = (code: string) => ({ ok: false, refusal: { code } });

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
