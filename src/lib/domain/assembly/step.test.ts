import { describe, expect, test } from 'vitest';
import type { Act } from '#lib/domain/assembly/acts.ts';
import { proposes } from '#lib/domain/assembly/check-in.ts';
import { isTimeFor, step } from '#lib/domain/assembly/step.ts';
import { toldResult, toldWhileOpen } from '#lib/domain/assembly/told.ts';
import { noNotes } from '#lib/domain/vote/minutes-notes.ts';
import { by, example, Play, ten } from '../../../../tests/support/assembly-play.ts';
import { optionId } from '../../../../tests/support/tallies.ts';

const refused = (code: string) => ({ ok: false, refusal: { code } });
const filling = { used: 0, free: 100, damaged: 0 };

describe('check-in', () => {
  test('begins with what "returned" means, and takes one back', () => {
    const play = new Play().do({ do: 'begin' });
    expect(play.try({ do: 'count-in', what: 'RW' })).toEqual(refused('definition-first'));
    play.do({ do: 'read-definition' }, { do: 'count-in', what: 'RW' }, { do: 'count-back', what: 'RW' });
    expect(play.try({ do: 'count-back', what: 'RW' })).toEqual(refused('nobody-counted'));
    play.do({ do: 'count-in', what: 'youth' });
    expect(play.try({ do: 'judge-quorum' })).toEqual(refused('more-than-present'));
  });

  test('too few of one group: nobody votes, people may still come, and a second call is next', () => {
    const play = new Play().checkIn([10, 10, 2, 2]);
    expect(play.state.phase).toBe('no-quorum');
    expect(play.state.quorum?.checks.filter(({ met }) => !met).map(({ group }) => group)).toEqual([
      'everybody',
      'returned'
    ]);
    expect(play.try({ do: 'open', by })).toEqual(refused('not-now'));
    play.do({ do: 'check-in-again' }, { do: 'count-in', what: 'RW' }, { do: 'judge-quorum' });
    play.do({ do: 'reconvene', by });
    expect(play.state).toMatchObject({ phase: 'prepared', call: 'second', definitionRead: false, quorum: null });
    play.checkIn([5, 5, 2, 3]);
    expect(play.state).toMatchObject({ phase: 'ready', quorum: { met: true } });
  });

  test('a second call that fails ends in minutes without a vote', () => {
    const play = new Play({ call: 'second' }).checkIn([1, 0, 0, 0]).do({ do: 'reconvene', by });
    expect(play.state.phase).toBe('missed');
    play.do({ do: 'note-minutes', notes: noNotes }, { do: 'received', receipts: [] }, { do: 'wipe' });
    expect(play.state.phase).toBe('wiped');
  });

  test('from 80 people on, stones or a second phone are proposed', () => {
    expect(proposes(new Play().checkIn([20, 20, 20, 19]).state)).toEqual([]);
    const many = new Play().checkIn([20, 20, 20, 20]);
    expect(proposes(many.state)).toEqual(['stones', 'second-phone']);
    expect(proposes(many.do({ do: 'use-phones', phones: 2 }).state)).toEqual([]);
  });
});

describe('opening', () => {
  test('after a practice and a zero report, by two', () => {
    const play = new Play().checkIn(ten);
    expect(play.try({ do: 'open', by })).toEqual(refused('practice-first'));
    play.do({ do: 'practise' });
    expect(play.try({ do: 'open', by })).toEqual(refused('zero-report-first'));
    expect(play.try({ do: 'report-zero', filling: { ...filling, used: 1 } })).toEqual(refused('box-not-empty'));
    expect(play.try({ do: 'report-zero', filling: { ...filling, free: 39 } })).toEqual(refused('box-too-small'));
    play.do({ do: 'report-zero', filling });
    for (const signers of [
      [1, 1],
      [1, 4],
      [0, 1],
      [1.5, 2]
    ] as const)
      expect(play.try({ do: 'open', by: signers })).toEqual(refused('two-needed'));
    expect(play.do({ do: 'open', by: 'recovery-code' }).state).toMatchObject({ phase: 'voting', recovered: true });
  });

  test('by raised hands only where each group asked for it', () => {
    const play = new Play().checkIn(ten);
    const hands = { do: 'choose-channel', channel: 'hands' } as const;
    expect(play.try({ ...hands, agreed: false })).toEqual(refused('hands-need-agreement'));
    expect(play.try({ ...hands, agreed: true }).ok).toBe(true);
  });
});

describe('voting', () => {
  test('one at a time, and nobody learns more than steps of ten', () => {
    const play = new Play().checkIn(ten).open();
    expect(play.try({ do: 'confirm' })).toEqual(refused('nobody-at-booth'));
    play.do({ do: 'take-token', colour: 'RW' });
    expect(play.try({ do: 'take-token', colour: 'RM' })).toEqual(refused('voter-at-booth'));
    expect(play.try({ do: 'pause', by })).toEqual(refused('voter-at-booth'));
    expect(play.try({ do: 'close', by, filling })).toEqual(refused('voter-at-booth'));
    play.do({ do: 'give-token-back' });
    expect(play.state.ballot.used.RW).toBe(0);
    expect(toldWhileOpen(play.state)).toEqual({ fewerThan: 20 });
    expect(toldWhileOpen(play.voteAll([10, 10, 8, 0], example).state)).toEqual({ atLeast: 20 });
    expect(toldResult(play.pack, play.state)).toBeNull();
  });

  test('closes on as many ballots as people were told of', () => {
    const play = new Play().checkIn(ten).open().vote('HW', [true, false, false]);
    const close = (used: number): Act => ({ do: 'close', by, filling: { ...filling, used } });
    expect([0, 1, 2].map((used) => play.try(close(used)).ok)).toEqual([false, true, false]);
  });

  test.each([
    ['nobody voted', null, 3, 'voting', null],
    ['the vote was in the box', 'RM', 4, 'voting', 'recorded'],
    ['the vote was not in the box', 'RM', 3, 'voting', 'not-recorded'],
    ['a vote is gone', null, 2, 'ballots-missing', null],
    ['a vote is gone while somebody voted', 'RM', 2, 'ballots-missing', null],
    ['a vote came from nowhere', null, 4, 'ballots-unexplained', null],
    ['two votes came while one person voted', 'RM', 5, 'ballots-unexplained', null]
  ] as const)('after a crash: %s', (_, colour, used, ends, resumed) => {
    const play = new Play().checkIn(ten).open().voteAll([1, 1, 1, 0], example);
    if (colour) play.do({ do: 'take-token', colour });
    const answer = play.try({ do: 'resume', by, filling: { used, free: 95, damaged: 1 } });
    if (!answer.ok) return expect(answer.refusal.code).toBe(ends);
    const { ballot } = answer.value;
    expect(answer.value).toMatchObject({ phase: ends, resumed });
    expect(ballot).toMatchObject({ confirmed: used, damaged: 1, atBooth: null });
    expect(ballot.used.RM).toBe(resumed === 'recorded' ? 1 : 0);
  });

  test('a paused vote goes on by two, and no vote is taken meanwhile', () => {
    const play = new Play().checkIn(ten).open().do({ do: 'pause', by });
    expect(play.try({ do: 'take-token', colour: 'HW' })).toEqual(refused('not-now'));
    expect(play.try({ do: 'resume', by: [2, 2], filling })).toEqual(refused('two-needed'));
    expect(play.do({ do: 'resume', by, filling }).state.phase).toBe('voting');
  });
});

describe('at any time', () => {
  const reason = 'le téléphone est tombé dans l’eau';

  test('two declare it void with a reason, and nothing else can follow but wiping', () => {
    const stages = [
      new Play(),
      new Play().checkIn([1, 0, 0, 0]),
      new Play().checkIn(ten),
      new Play().checkIn(ten).open(),
      new Play().checkIn(ten).whole(ten, example).do({ do: 'announce' })
    ];
    for (const play of stages) {
      expect(play.try({ do: 'declare-void', by, reason: ' ' })).toEqual(refused('reason-needed'));
      expect(play.try({ do: 'declare-void', by: [2, 2], reason })).toEqual(refused('two-needed'));
      play.do({ do: 'declare-void', by, reason });
      expect(isTimeFor(play.state, 'resume')).toBe(false);
      expect(play.do({ do: 'wipe' }).state).toMatchObject({ phase: 'wiped', past: [], voidReason: null });
    }
  });

  test('a state of another pack is not gone on with', () => {
    const { state } = new Play();
    const { pack } = new Play({ households: 7 });
    expect(() => step(pack, state, { do: 'begin' })).toThrow();
  });

  test('nothing is wiped before each envelope has its receipt', () => {
    const play = new Play().checkIn(ten).whole(ten, example).do({ do: 'announce' });
    play.do({ do: 'note-minutes', notes: noNotes });
    expect(play.try({ do: 'wipe' })).toEqual(refused('not-now'));
    expect(play.try({ do: 'received', receipts: [] })).toEqual(refused('receipt-first'));
    play.do({ do: 'received', receipts: ['a'] }, { do: 'wipe' });
    expect(JSON.stringify(play.state)).not.toContain(optionId('Projet'));
    expect(play.state.ballot.own).toBeNull();
  });
});
