import { expect, it } from 'vitest';
import { nextAct, nextActs, type Waiting } from './next-act.ts';

const nothing: Waiting = { stage: null, proposals: 0, unexamined: 0, feasible: 0, counted: false };

it.each<[string, Partial<Waiting>, ReturnType<typeof nextAct>]>([
  ['a community without a consultation', {}, 'open-consultation'],
  ['one that was called off', { stage: 'cancelled' }, 'open-consultation'],
  ['a call that nobody answered yet', { stage: 'proposing' }, null],
  ['a proposal that came', { stage: 'proposing', proposals: 1, unexamined: 1 }, 'screen'],
  ['a call whose proposals are all examined', { stage: 'proposing', proposals: 2, feasible: 1 }, 'start-screening'],
  ['an examination with one left', { stage: 'screening', proposals: 3, unexamined: 1, feasible: 2 }, 'screen'],
  ['an examination that is done', { stage: 'screening', proposals: 3, feasible: 2 }, 'freeze'],
  ['an examination with nothing feasible', { stage: 'screening', proposals: 3 }, null],
  ['a frozen ballot', { stage: 'frozen' }, 'open-poll'],
  ['an open vote', { stage: 'voting' }, 'close-poll'],
  ['a count that nobody heard of', { stage: 'voting', counted: true }, 'publish-result'],
  ['a project that was chosen', { stage: 'decided', counted: true }, null]
])('%s', (_, waiting, act) => {
  expect(nextAct({ ...nothing, ...waiting })).toBe(act);
  if (act) expect(nextActs).toContain(act);
});
