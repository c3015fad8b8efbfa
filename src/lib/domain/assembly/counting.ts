// Owns what follows the close: entries of counts by hand, another phone's sealed counts, and the count. Nothing is counted before all
// boxes of the ballot are in, nor where people, tokens and ballots differ and nobody wrote why.
import type { ActOf, Signers } from '#lib/domain/assembly/acts.ts';
import { quorumOf } from '#lib/domain/assembly/check-in.ts';
import { addCounts, countBox, judgeCounts, type Counts } from '#lib/domain/assembly/counts.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { pairOf } from '#lib/domain/assembly/pins.ts';
import { differencesOf } from '#lib/domain/assembly/reconciling.ts';
import { decline, type AssemblyRefusal } from '#lib/domain/assembly/refusals.ts';
import type { AssemblyState, Ballot } from '#lib/domain/assembly/state.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { colourCodes } from '#lib/domain/vote/colours.ts';
import { readCount, tallyOf } from '#lib/domain/vote/hand-count.ts';
import { ruleOfPoll } from '#lib/domain/vote/polls.ts';
import { needsNote } from '#lib/domain/vote/reconcile.ts';
import { addByColour, groupBallots, noneByColour } from '#lib/domain/vote/tally.ts';

type Step = Result<AssemblyState, AssemblyRefusal>;

export const ruleOf = (pack: Pack, { kind }: Pick<Ballot, 'kind'>) => ruleOfPoll(kind, pack.ballot.rule);

/** Boxes of other phones: the second one here, and one for each other sitting. */
export const awaitedCounts = (pack: Pack, { phones }: Pick<AssemblyState, 'phones'>): number =>
  phones - 1 + pack.sittings.length - 1;

export function takeCounts(pack: Pack, state: AssemblyState, { envelope }: ActOf<'take-counts'>): Step {
  const { ballot } = state;
  const { device, sitting, counts, attendance, tokens } = envelope;
  const ofThisBallot =
    envelope.poll === pack.poll.id && envelope.kind === ballot.kind && envelope.ballot === state.ballotDigest;
  if (!ofThisBallot || device === pack.device || !pack.sittings.some(({ id }) => id === sitting))
    return decline('counts-of-another-vote');
  if (ballot.taken.some((taken) => taken.device === device)) return decline('counts-taken');
  if (ballot.taken.length >= awaitedCounts(pack, state)) return decline('phones-not-two');
  const judged = judgeCounts(ballot.options, counts, ruleOf(pack, ballot).marks);
  if (!judged.ok) return judged;
  const taken = { device, sitting, counts, present: attendance.present, used: tokens.used };
  return ok({ ...state, ballot: { ...ballot, taken: [...ballot.taken, taken] } });
}

type Sum = Omit<ActOf<'count'>, 'do'>;

/** This phone's own counts, and what was written beside them. */
function counted(
  pack: Pack,
  { ballot }: AssemblyState,
  { own, unused, note, by }: Sum
): Result<Ballot, AssemblyRefusal> {
  if (ballot.channel !== 'phone') return handCounts(ballot, note, by);
  const counts = own ? ownCounts(pack, ballot, own) : decline('counts-missing');
  return counts.ok ? ok({ ...ballot, own: counts.value, unused, note: note.trim() }) : counts;
}

function ownCounts(pack: Pack, ballot: Ballot, own: NonNullable<Sum['own']>): Result<Counts, AssemblyRefusal> {
  const counts = countBox(ballot.options, own, ruleOf(pack, ballot).marks);
  if (!counts.ok) return decline('counts-unlike-box');
  const { tally } = counts.value;
  const sameColours = colourCodes.every((colour) => tally.ballots[colour] === ballot.used[colour]);
  const whole = groupBallots(tally, 'everybody') === ballot.confirmed && sameColours;
  return whole ? counts : decline('counts-unlike-box');
}

/** Whoever entered signs. */
function handCounts(ballot: Ballot, note: string, by: Signers): Result<Ballot, AssemblyRefusal> {
  const { channel, kind, options, entries } = ballot;
  const [one, other] = entries;
  if (channel === 'phone' || !one || !other) return decline('entry-incomplete');
  if (by !== 'recovery-code' && pairOf(...by).join() !== pairOf(one.number, other.number).join())
    return decline('two-needed');
  const read = readCount(channel, kind, options.length, one.count);
  const own = { tally: tallyOf(options, read), damaged: 0 };
  return ok({ ...ballot, own, used: read.cast, unused: read.unused ?? noneByColour, note: note.trim() });
}

/** Sealed for another phone or the server: nothing of it is shown here. */
export function handOver(pack: Pack, state: AssemblyState, act: ActOf<'hand-over'>): Step {
  if (state.role === 'leading' && pack.sittings.length === 1) return decline('not-now');
  const ballot = counted(pack, state, act);
  if (!ballot.ok) return ballot;
  const differs =
    state.role === 'leading' && needsNote(differencesOf(pack, { ...state, ballot: ballot.value }), act.note);
  return differs ? decline('note-needed') : ok({ ...state, phase: 'handed-over', ballot: ballot.value });
}

export function count(pack: Pack, state: AssemblyState, act: ActOf<'count'>): Step {
  if (state.role === 'second') return decline('not-now');
  const awaited = awaitedCounts(pack, state) - state.ballot.taken.length;
  if (awaited > 0) return decline('counts-missing', { detail: { awaited } });
  if (!state.quorum) return decline('quorum-first');
  const own = counted(pack, state, act);
  if (!own.ok) return own;
  const next = { ...state, ballot: own.value };
  if (needsNote(differencesOf(pack, next), act.note)) return decline('note-needed');
  const sum = sumOf(own.value);
  if (!sum.ok) return sum;
  const outcome = ruleOf(pack, own.value).decide(sum.value.tally);
  return ok({ ...next, phase: 'counted', ballot: { ...own.value, outcome } });
}

/** Of all boxes together, once this phone's own is counted. */
export function sumOf({ own, taken }: Pick<Ballot, 'own' | 'taken'>): Result<Counts, AssemblyRefusal> {
  if (!own) return decline('counts-missing');
  return taken.reduce<Result<Counts, AssemblyRefusal>>(
    (sum, { counts }) => (sum.ok ? addCounts(sum.value, counts) : sum),
    ok(own)
  );
}

/** Of several sittings together, before anything is read: where too few came in all, the boxes are wiped as they are. */
export function judgeSum(pack: Pack, state: AssemblyState): Step {
  const { ballot, attendance, past, role } = state;
  if (role === 'second' || pack.sittings.length === 1 || past.length > 0) return decline('not-now');
  const awaited = awaitedCounts(pack, state) - ballot.taken.length;
  if (awaited > 0) return decline('counts-missing', { detail: { awaited } });
  const present = ballot.taken.map((taken) => taken.present).reduce(addByColour, attendance.present);
  const quorum = quorumOf(pack, state, present);
  return ok({ ...state, quorum, phase: quorum.met ? 'closed' : 'no-quorum' });
}
