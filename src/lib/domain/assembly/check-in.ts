// Owns counting people in and judging whether enough came. It refuses to count before what "returned" means was read out, and keeps
// counters only: who came when is nowhere.
import type { ActOf, Counter } from '#lib/domain/assembly/acts.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { decline, type AssemblyRefusal } from '#lib/domain/assembly/refusals.ts';
import { newBallot, nobody, type AssemblyState, type Attendance } from '#lib/domain/assembly/state.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { colourCodes, sumOver, type ByColour } from '#lib/domain/vote/colours.ts';
import { judgeQuorum } from '#lib/domain/vote/quorum.ts';

type Step = Result<AssemblyState, AssemblyRefusal>;

export const peopleIn = ({ present }: Pick<Attendance, 'present'>): number => sumOver('everybody', present);

/** A second phone checks nobody in. */
export const begin = (_: Pack, state: AssemblyState): Step =>
  ok({ ...state, phase: state.role === 'leading' ? 'check-in' : 'ready' });

export const readDefinition = (_: Pack, state: AssemblyState): Step => ok({ ...state, definitionRead: true });

export const countIn = (_: Pack, state: AssemblyState, { what }: ActOf<'count-in'>): Step =>
  state.definitionRead ? ok(changed(state, what, 1)) : decline('definition-first');

export const countBack = (_: Pack, state: AssemblyState, { what }: ActOf<'count-back'>): Step =>
  counterIn(state.attendance, what) > 0 ? ok(changed(state, what, -1)) : decline('nobody-counted');

const isColour = (what: Counter): what is keyof ByColour<number> => colourCodes.some((colour) => colour === what);

export const counterIn = (attendance: Attendance, what: Counter): number =>
  isColour(what) ? attendance.present[what] : attendance[what];

function changed(state: AssemblyState, what: Counter, by: 1 | -1): AssemblyState {
  const next = counterIn(state.attendance, what) + by;
  const present = isColour(what) ? { ...state.attendance.present, [what]: next } : state.attendance.present;
  const others = isColour(what) ? {} : { [what]: next };
  return { ...state, attendance: { ...state.attendance, ...others, present } };
}

/** What judging asks, of these people. */
export const quorumOf = (pack: Pack, { call }: Pick<AssemblyState, 'call'>, present: ByColour<number>) =>
  judgeQuorum({
    present,
    adults: pack.adults,
    households: pack.households,
    call,
    settings: pack.ballot.terms.quorum
  });

/** Where several sittings are listed only their sum can say, once all are over. */
export function judge(pack: Pack, state: AssemblyState): Step {
  const { attendance } = state;
  if (Math.max(attendance.youth, attendance.disability) > peopleIn(attendance)) return decline('more-than-present');
  if (pack.sittings.length > 1) return ok({ ...state, phase: 'ready', quorum: null });
  const quorum = quorumOf(pack, state, attendance.present);
  return ok({ ...state, phase: quorum.met ? 'ready' : 'no-quorum', quorum });
}

/** More people are on their way. Once several sittings were summed up, nobody can come any more. */
export function checkInAgain(pack: Pack, state: AssemblyState): Step {
  const summed = state.phase === 'no-quorum' && pack.sittings.length > 1;
  return summed || state.role === 'second' || state.past.length > 0
    ? decline('not-now')
    : ok({ ...state, phase: 'check-in', quorum: null, ballot: unreported(state) });
}

const unreported = ({ ballot }: AssemblyState) => ({ ...ballot, zeroReport: false });

/** After the first call people are called once more; a failed second one ends in no decision. What boxes there are is wiped unread. */
export function reconvene(_: Pack, state: AssemblyState): Step {
  const ballot = newBallot(state.ballot.kind, state.ballot.options);
  if (state.call === 'second') return ok({ ...state, ballot, phase: 'missed' });
  const fresh = { ballot, definitionRead: false, attendance: nobody, quorum: null, practised: false } as const;
  return ok({ ...state, ...fresh, phase: 'prepared', call: 'second' });
}

/** From so many on one phone takes too long for everybody. */
export const manyPeople = 80;
export type Relief = 'stones' | 'second-phone';

export const proposes = ({ attendance, phones }: Pick<AssemblyState, 'attendance' | 'phones'>): readonly Relief[] =>
  peopleIn(attendance) >= manyPeople && phones === 1 ? ['stones', 'second-phone'] : [];
