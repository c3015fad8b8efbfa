// Owns what follows a count: saying it aloud, the lot, the next ballot, minutes, receipts, and the end. It refuses a ballot that the
// count does not ask for, and to forget anything that nobody received.
import type { ActOf } from '#lib/domain/assembly/acts.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { decline, type AssemblyRefusal } from '#lib/domain/assembly/refusals.ts';
import { newBallot, nobody, type AssemblyState, type Ballot } from '#lib/domain/assembly/state.ts';
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { laterOptionId } from '#lib/domain/vote/later-options.ts';
import { settleTie, whatFollows, type Follows, type PollKind } from '#lib/domain/vote/polls.ts';

type Step = Result<AssemblyState, AssemblyRefusal>;

export const lastRungOf = ({ ballot }: Pack) => ballot.terms.ties[3];

/** null before the count. */
export const followsOf = (pack: Pack, { kind, outcome }: Ballot): Follows | null =>
  outcome && whatFollows(kind, outcome, lastRungOf(pack));

export const announce = (_: Pack, state: AssemblyState): Step => ok({ ...state, phase: 'announced' });

/** The program draws nothing: people say what came out, and it is announced as well. */
export function settle(pack: Pack, state: AssemblyState, { winner, witnesses }: ActOf<'settle'>): Step {
  const { ballot } = state;
  const follows = followsOf(pack, ballot);
  const rung = lastRungOf(pack);
  if (!ballot.outcome || follows?.step !== rung) return decline('nothing-follows');
  if (!witnesses) return decline('witnesses-needed');
  const outcome = settleTie(ballot.outcome, winner, rung);
  if (!outcome.ok) return decline('not-among-tied');
  const settled = { rung, winner };
  return ok({ ...state, phase: 'counted', ballot: { ...ballot, outcome: outcome.value, settled } });
}

/** In the same sitting, so without a new quorum; every ballot has a box of its own. */
export function nextBallot(pack: Pack, state: AssemblyState): Step {
  const follows = followsOf(pack, state.ballot);
  switch (follows?.step) {
    case 'second-ballot':
      return ok(withNext(pack, state, follows.poll, follows.options));
    case 'ratification':
      return ok(withNext(pack, state, 'ratification', [follows.winner]));
    default:
      return decline('nothing-follows');
  }
}

/** Only projects that were on the ballot before, in the order that they had. */
export function follow(pack: Pack, state: AssemblyState, { kind, options }: ActOf<'follow'>): Step {
  if (state.role === 'leading' || kind === 'first' || state.past.length > 0) return decline('nothing-follows');
  const known = state.ballot.options.filter((id) => options.includes(id));
  if (known.length === 0 || known.join() !== options.join()) return decline('counts-of-another-vote');
  return ok(withNext(pack, state, kind, known));
}

const withNext = (
  { poll }: Pack,
  state: AssemblyState,
  kind: PollKind,
  options: readonly OptionId[]
): AssemblyState => ({
  ...state,
  phase: 'ready',
  past: [...state.past, state.ballot],
  ballot: newBallot(
    kind,
    options.map((id) => laterOptionId(id, poll.number + 1))
  )
});

/** Also where a ballot is still to follow: people may have to go home, and are called again by the server. */
export const noteMinutes = (_: Pack, state: AssemblyState, { notes }: ActOf<'note-minutes'>): Step =>
  ok({ ...state, phase: 'minuted', notes });

/** Each text once: a signature that is there stays. */
export const keepSignatures = (_: Pack, state: AssemblyState, { signatures }: ActOf<'keep-signatures'>): Step =>
  ok({ ...state, signatures: { ...signatures, ...state.signatures } });

/** One receipt for each envelope of this phone. */
export function received(_: Pack, state: AssemblyState, { receipts }: ActOf<'received'>): Step {
  const sent = [...state.past, state.ballot].filter(({ own }) => own !== null).length;
  return new Set(receipts).size < sent ? decline('receipt-first') : ok({ ...state, phase: 'sent', receipts });
}

/** At any time, by two, with a reason. People then vote again by stones or paper, and what this phone holds is refused. */
export function declareVoid(_: Pack, state: AssemblyState, { reason }: ActOf<'declare-void'>): Step {
  const why = reason.trim();
  return why === '' ? decline('reason-needed') : ok({ ...state, phase: 'void', voidReason: why });
}

/** What is left of an assembly: that there was one. The files are wiped by whoever holds them. */
export const wipe = (_: Pack, state: AssemblyState): Step =>
  ok({
    ...state,
    phase: 'wiped',
    attendance: nobody,
    quorum: null,
    ballot: newBallot(state.ballot.kind, []),
    past: [],
    notes: null,
    voidReason: null,
    signatures: {}
  });
