// Owns what comes before anybody votes: channel, phones, practice, zero report, and the opening. It refuses to open a box that was
// not shown to be empty.
import type { ActOf } from '#lib/domain/assembly/acts.ts';
import { peopleIn } from '#lib/domain/assembly/check-in.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { decline, type AssemblyRefusal } from '#lib/domain/assembly/refusals.ts';
import type { AssemblyState } from '#lib/domain/assembly/state.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';

type Step = Result<AssemblyState, AssemblyRefusal>;

/** `agreed`: two thirds of each group, asked apart, want to raise hands. To ratify, hands are allowed anyway. */
export function chooseChannel(_: Pack, state: AssemblyState, { channel, agreed }: ActOf<'choose-channel'>): Step {
  const { ballot } = state;
  if (state.role === 'second' && channel !== 'phone') return decline('not-now');
  if (channel === 'hands' && ballot.kind !== 'ratification' && !agreed) return decline('hands-need-agreement');
  const phones = channel === 'phone' ? state.phones : 1;
  return ok({ ...state, phones, ballot: { ...ballot, channel, zeroReport: false } });
}

export const usePhones = (_: Pack, state: AssemblyState, { phones }: ActOf<'use-phones'>): Step =>
  state.role === 'leading' && state.ballot.channel === 'phone' ? ok({ ...state, phones }) : decline('not-now');

export const practise = (_: Pack, state: AssemblyState): Step => ok({ ...state, practised: true });

/** Votes for which a box is made: more than people, in case others come. A second phone does not know how many come to it. */
export const roomFor = ({ role, attendance }: Pick<AssemblyState, 'role' | 'attendance'>): number =>
  role === 'second' ? 200 : Math.max(60, Math.ceil(peopleIn(attendance) * 1.25) + 10);

/** Shown to everybody: no ballot is in the box, and there is room for all who are there. */
export function reportZero(_: Pack, state: AssemblyState, { filling }: ActOf<'report-zero'>): Step {
  if (state.ballot.channel !== 'phone') return decline('not-now');
  if (filling.used > 0) return decline('box-not-empty');
  if (filling.free < Math.max(1, peopleIn(state.attendance))) return decline('box-too-small');
  return ok({ ...state, ballot: { ...state.ballot, zeroReport: true, damaged: filling.damaged } });
}

/** People have practised before their first ballot, on the leading phone. */
export function open(_: Pack, state: AssemblyState): Step {
  const { ballot, past, role } = state;
  if (role === 'leading' && past.length === 0 && !state.practised) return decline('practice-first');
  if (ballot.channel === 'phone' && !ballot.zeroReport) return decline('zero-report-first');
  return ok({ ...state, phase: 'voting', resumed: null });
}
