import { describe, expect, test } from 'vitest';
import {
  entersCount,
  isReceived,
  judgeEnvelope,
  type EnvelopeAnswer,
  type EnvelopeFacts,
  type EnvelopePoll
} from '#lib/domain/assembly/judge-envelope.ts';
import type { Envelope } from '#lib/domain/assembly/envelope.ts';
import { ballotDigest, envelope, firstExample } from '../../../../tests/support/assemblies.ts';
import { optionId } from '../../../../tests/support/tallies.ts';

const options = ['a', 'b', 'c'].map(optionId);
const poll: EnvelopePoll = { state: 'open', digest: ballotDigest, options, marks: 'many' };
const facts: EnvelopeFacts = { device: 'known', signed: true, poll, sitting: 'listed', kept: 'none' };
const inState = (state: EnvelopePoll['state']) => ({ poll: { ...poll, state } });

describe('every answer', () => {
  test.each<[string, Partial<EnvelopeFacts>, EnvelopeAnswer]>([
    ['first time', {}, 'accepted'],
    ['closed, not published', inState('closed'), 'late'],
    ['published', inState('published'), 'difference'],
    ['void', inState('void'), 'refused-void'],
    ['of a void sitting', { sitting: 'void' }, 'refused-void'],
    ['of a void sitting, published', { ...inState('published'), sitting: 'void' }, 'refused-void'],
    ['again', { kept: 'same' }, 'same-again'],
    ['again, closed', { ...inState('closed'), kept: 'same' }, 'same-again'],
    ['again, published', { ...inState('published'), kept: 'same' }, 'same-again'],
    ['again, void since', { ...inState('void'), kept: 'same' }, 'same-again'],
    ['another one', { kept: 'different' }, 'difference'],
    ['another one, closed', { ...inState('closed'), kept: 'different' }, 'difference'],
    ['another one, published', { ...inState('published'), kept: 'different' }, 'difference'],
    ['another one, void', { ...inState('void'), kept: 'different' }, 'refused-void'],
    ['unknown phone', { device: 'unknown' }, 'refused-unknown-device'],
    ['unknown phone with what is kept', { device: 'unknown', kept: 'same' }, 'refused-unknown-device'],
    ['altered', { signed: false }, 'refused-altered'],
    ['altered, of what is kept', { signed: false, kept: 'same' }, 'refused-altered'],
    ['unknown poll', { poll: null }, 'refused-unknown-poll'],
    ['unknown sitting', { sitting: 'unknown' }, 'refused-unknown-poll'],
    ['another ballot', { poll: { ...poll, digest: 'f'.repeat(64) } }, 'refused-other-ballot'],
    ['other projects', { poll: { ...poll, options: options.slice(1) } }, 'refused-impossible'],
    ['more marks than ballots', { poll: { ...poll, marks: 'one' } }, 'refused-impossible']
  ])('%s', (_, change, answer) => {
    expect(judgeEnvelope(envelope(), { ...facts, ...change })).toBe(answer);
  });

  test.each<[string, Envelope | null, EnvelopeAnswer]>([
    ['no envelope', null, 'refused-unreadable'],
    [
      'a lot for a project that is not there',
      envelope({ settled: { rung: 'lot', winner: optionId('z') } }),
      'refused-impossible'
    ],
    ['a lot', envelope({ settled: { rung: 'lot', winner: optionId('a') } }), 'accepted'],
    ['damaged slots', envelope({ counts: { ...firstExample, damaged: 2 } }), 'accepted']
  ])('%s', (_, given, answer) => {
    expect(judgeEnvelope(given, facts)).toBe(answer);
  });
});

test('only what is accepted counts, and only what is refused leaves the phone without a receipt', () => {
  const answers: readonly EnvelopeAnswer[] = ['accepted', 'late', 'same-again', 'difference', 'refused-void'];
  expect(answers.map(entersCount)).toEqual([true, true, false, false, false]);
  expect(answers.map(isReceived)).toEqual([true, true, true, true, false]);
});
