// Owns the time in which people vote: one at the booth, a count of confirmed votes, going on after a crash, the close. It refuses to go
// on where the box holds fewer ballots than people were told, or more than anybody can explain.
import type { ActOf, Filling } from '#lib/domain/assembly/acts.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { decline, type AssemblyRefusal } from '#lib/domain/assembly/refusals.ts';
import type { AssemblyState, Ballot } from '#lib/domain/assembly/state.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import type { Colour } from '#lib/domain/vote/colours.ts';

type Step = Result<AssemblyState, AssemblyRefusal>;

const withBallot = (state: AssemblyState, change: Partial<Ballot>): AssemblyState => ({
  ...state,
  resumed: null,
  ballot: { ...state.ballot, ...change }
});

const brought = ({ used }: Ballot, colour: Colour, by: 1 | -1): Ballot['used'] => ({
  ...used,
  [colour]: used[colour] + by
});

/** The helper unlocked the phone and said which token. More tokens than people is a difference to explain, not to forbid. */
export function takeToken(_: Pack, state: AssemblyState, { colour }: ActOf<'take-token'>): Step {
  const { ballot } = state;
  if (ballot.channel !== 'phone') return decline('not-now');
  if (ballot.atBooth) return decline('voter-at-booth');
  return ok(withBallot(state, { atBooth: colour, used: brought(ballot, colour, 1) }));
}

export function confirm(_: Pack, state: AssemblyState): Step {
  const { ballot } = state;
  if (!ballot.atBooth) return decline('nobody-at-booth');
  return ok(withBallot(state, { atBooth: null, confirmed: ballot.confirmed + 1 }));
}

export function giveTokenBack(_: Pack, state: AssemblyState): Step {
  const { ballot } = state;
  if (!ballot.atBooth) return decline('nobody-at-booth');
  return ok(withBallot(state, { atBooth: null, used: brought(ballot, ballot.atBooth, -1) }));
}

export const pause = (_: Pack, state: AssemblyState): Step =>
  state.ballot.atBooth ? decline('voter-at-booth') : ok({ ...state, phase: 'paused', resumed: null });

/**
 * The file says what became of whoever was voting: their ballot is in it whole, or it is not and they vote again. A slot torn in
 * between is damaged and holds nobody's confirmed vote.
 */
export function resume(_: Pack, state: AssemblyState, { filling }: ActOf<'resume'>): Step {
  const { ballot } = state;
  if (ballot.channel !== 'phone') return ok({ ...state, phase: 'voting' });
  const { atBooth, confirmed } = ballot;
  const more = filling.used - confirmed;
  if (more < 0) return decline('ballots-missing', { detail: { confirmed, found: filling.used } });
  if (more > (atBooth ? 1 : 0)) return decline('ballots-unexplained', { detail: { confirmed, found: filling.used } });
  const used = atBooth && more === 0 ? brought(ballot, atBooth, -1) : ballot.used;
  const resumed = atBooth ? (more === 1 ? 'recorded' : 'not-recorded') : null;
  const next = { atBooth: null, confirmed: filling.used, damaged: filling.damaged, used };
  return ok({ ...withBallot(state, next), phase: 'voting', resumed });
}

export function close(_: Pack, state: AssemblyState, { filling }: ActOf<'close'>): Step {
  const { ballot } = state;
  if (ballot.atBooth) return decline('voter-at-booth');
  const wrong = ballot.channel === 'phone' ? whyUnlike(ballot, filling) : null;
  if (wrong) return decline(wrong);
  return ok({ ...withBallot(state, { damaged: filling.damaged }), phase: 'closed' });
}

const whyUnlike = ({ confirmed }: Ballot, { used }: Filling): 'ballots-missing' | 'ballots-unexplained' | null =>
  used < confirmed ? 'ballots-missing' : used > confirmed ? 'ballots-unexplained' : null;
