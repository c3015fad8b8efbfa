import { expect, it } from 'vitest';
import { judgeVote, replyBeforeSync, withoutSyncs } from './judge-vote.ts';

const change = ['wrote ballots.db-journal', 'fsync ballots.db-journal', 'wrote ballots.db', 'fsync ballots.db'];
const vote = ['heard', ...change, 'cut ballots.db-journal', 'fsync ballots.db-journal', 'told'];

it('a vote that was written, synced and then replied to is on the disk', () => {
  expect(judgeVote(vote)).toBe('on-disk');
  expect(judgeVote(['told', ...vote, 'told', 'wrote portal.db'])).toBe('on-disk');
});

it.each([
  ['no sync at all', withoutSyncs(vote)],
  ['the reply before the last sync', replyBeforeSync(vote)],
  ['a write after the last sync', vote.toSpliced(-1, 0, 'wrote ballots.db')],
  ['a journal that is cut after its last sync', vote.toSpliced(-1, 0, 'cut ballots.db-journal')],
  ['a journal that is removed, and its folder not synced', ['heard', ...change, 'removed ballots.db-journal', 'told']],
  ['the folder synced before the removal', ['heard', ...change, 'fsync .', 'removed ballots.db-journal', 'told']],
  ['syncs of another file only', vote.map((line) => line.replace('fsync ballots.db', 'fsync portal.db'))]
])('%s is found', (_, lines) => {
  expect(judgeVote(lines)).toBe('not-synced');
});

it('a removed journal needs its folder only', () => {
  const lines = ['heard', ...change, 'wrote ballots.db-journal', 'removed ballots.db-journal', 'fsync .', 'told'];
  expect(judgeVote(lines)).toBe('on-disk');
});

it('a reply without a change of the box, or before it, is found', () => {
  expect(judgeVote(['heard', 'wrote ballots.db-journal', 'fsync ballots.db-journal', 'told'])).toBe('not-written');
  expect(judgeVote(['heard', 'told', ...change])).toBe('not-written');
});

it('what was not heard or not replied to is no acknowledged vote', () => {
  expect(judgeVote(vote.slice(0, -1))).toBe('no-reply');
  expect(judgeVote(vote.slice(1))).toBe('no-reply');
  expect(judgeVote([])).toBe('no-reply');
});
