// Owns the named cases of discretion, read by the rule's test and by that of the query that must agree with it.
import type { Discretion } from '#lib/domain/community/discretion.ts';
import type { Day } from '#lib/domain/event/day.ts';

type Case = readonly [name: string, discretion: Discretion, lastDay: Day, today: Day, hidden: boolean];

const open: Discretion = { discreet: false, hiddenUntil: null };
const discreet: Discretion = { discreet: true, hiddenUntil: null };
const until = (hiddenUntil: Day): Discretion => ({ discreet: true, hiddenUntil });

export const discretionCases: readonly Case[] = [
  ['a community that is not discreet hides nothing', open, '2026-07-12', '2026-07-05', false],
  ['nor does a day that was left there', { ...open, hiddenUntil: '2026-08-01' }, '2026-07-12', '2026-07-05', false],
  ['a week before', discreet, '2026-07-12', '2026-07-05', true],
  ['on the day', discreet, '2026-07-12', '2026-07-12', true],
  ['on the day after it is told', discreet, '2026-07-12', '2026-07-13', false],
  ['the day after the end of a month', discreet, '2026-07-31', '2026-08-01', false],
  ['a later day was set: not on the day after', until('2026-07-20'), '2026-07-12', '2026-07-13', true],
  ['a later day was set: not on its eve', until('2026-07-20'), '2026-07-12', '2026-07-19', true],
  ['a later day was set: on that day', until('2026-07-20'), '2026-07-12', '2026-07-20', false],
  ['a day before the vote tells nothing early', until('2026-07-08'), '2026-07-12', '2026-07-08', true],
  ['the day of the vote itself neither', until('2026-07-12'), '2026-07-12', '2026-07-12', true],
  ['nor does it delay the day after', until('2026-07-08'), '2026-07-12', '2026-07-13', false]
];
