import { expect, it } from 'vitest';
import { nextAct, nextActs, type Waiting } from './next-act.ts';

const nothing: Waiting = { stage: null, proposals: 0, unexamined: 0, feasible: 0, ballot: null };

it.each<[string, Partial<Waiting>, ReturnType<typeof nextAct>]>([
  ['a community without a consultation', {}, 'open-consultation'],
  ['one that was called off', { stage: 'cancelled' }, 'open-consultation'],
  ['a call that nobody answered yet', { stage: 'proposing' }, null],
  ['a proposal that came', { stage: 'proposing', proposals: 1, unexamined: 1 }, 'screen'],
  ['a call whose proposals are all examined', { stage: 'proposing', proposals: 2, feasible: 1 }, 'start-screening'],
  ['an examination with one left', { stage: 'screening', proposals: 3, unexamined: 1, feasible: 2 }, 'screen'],
  ['an examination that is done', { stage: 'screening', proposals: 3, feasible: 2 }, 'freeze'],
  ['an examination with nothing feasible', { stage: 'screening', proposals: 3 }, null],
  ['a frozen ballot', { stage: 'frozen', ballot: 'to-open' }, 'open-poll'],
  ['a call at which too few people came', { stage: 'frozen', ballot: 'missed' }, 'call-again'],
  ['an open vote', { stage: 'voting', ballot: 'open' }, 'close-poll'],
  ['a count that nobody heard of', { stage: 'voting', ballot: 'counted' }, 'publish-result'],
  ['a result that asks for a second ballot', { stage: 'second-ballot', ballot: 'called' }, 'call-ballot'],
  ['a second ballot that was called', { stage: 'second-ballot', ballot: 'to-open' }, 'open-poll'],
  ['a project that was chosen', { stage: 'decided', ballot: 'called' }, null]
])('%s', (_, waiting, act) => {
  expect(nextAct({ ...nothing, ...waiting })).toBe(act);
  if (act) expect(nextActs).toContain(act);
});
