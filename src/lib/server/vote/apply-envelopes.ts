// Owns what received envelopes do to a vote: a sitting that was held under a tree is opened and closed here as well, and a ballot that
// people went on to on the spot is called once the result before it is published. What does not fit stays kept, and counts nowhere.
import { entersCount } from '#lib/domain/assembly/judge-envelope.ts';
import type { PollId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { laterOptionId } from '#lib/domain/vote/later-options.ts';
import type { Context } from '../db/context.ts';
import { tryOut } from '../db/try-out.ts';
import { envelopesOf, type KeptEnvelope } from './envelopes.ts';
import { addLate, holdSitting, leadOf, signersOf, type ApplyTools } from './hold-sitting.ts';
import { ballotToCall, makeBallot } from './next-ballot.ts';
import { newestPoll, readPoll, type Poll } from './queries.ts';

export type { ApplyTools };

/** Call inside a transaction, after an envelope came and after a result was published. @param root the poll of the pack. */
export function applyEnvelopes(ctx: Context, tools: ApplyTools, root: PollId): void {
  const poll = readPoll(ctx.db, root);
  const came = waiting(ctx, root);
  if (!poll || came.length === 0) return;
  const first = came.filter(({ kind }) => kind === poll.kind);
  for (const { id, state } of poll.sittings) {
    const own = first.filter((one) => one.sitting === id);
    if (state === 'in') tryOut(ctx.db, () => addLate(ctx, tools, root, id, own));
    if (state === 'planned') tryOut(ctx.db, () => holdSitting(ctx, tools, { poll: root, sitting: id }, own));
  }
  tryOut(ctx.db, () => holdLater(ctx, tools, poll, came));
}

const waiting = ({ db }: Context, root: PollId): readonly KeptEnvelope[] =>
  envelopesOf(db, root).filter(({ answer, countsAt }) => entersCount(answer) && countsAt === null);

/** A second ballot or a ratification that was held on the spot, where the published result asks for exactly this one. */
function holdLater(
  ctx: Context,
  tools: ApplyTools,
  root: Poll,
  all: readonly KeptEnvelope[]
): Result<null, 'stage-moved-on'> {
  const called = newestPoll(ctx.db, root.consultation)?.id === root.id ? ballotToCall(ctx.db, root) : null;
  const came = all.filter(({ kind }) => kind === called?.kind && kind !== root.kind);
  const held = root.sittings.filter(({ id }) => came.some((one) => one.sitting === id));
  const [first] = held.flatMap(
    ({ id }) =>
      leadOf(
        ctx.db,
        came.filter((one) => one.sitting === id)
      ) ?? []
  );
  if (!called || !first) return refuse('stage-moved-on');
  const names = called.options.map(({ id }) => laterOptionId(id, root.number + 1)).join();
  if (came.some(({ envelope }) => envelope.counts.tally.options.map(({ id }) => id).join() !== names))
    return refuse('stage-moved-on');
  const { acting, secondBy } = signersOf(ctx, first);
  const planned = held.map(({ place, day }) => ({ channel: 'phone', place, day, closesAt: null }) as const);
  const id = makeBallot(acting, { ...root, ...called, after: root.id }, planned, secondBy);
  for (const [place, sitting] of (readPoll(ctx.db, id)?.sittings ?? []).entries()) {
    const own = came.filter((one) => one.sitting === held[place]?.id);
    const done = holdSitting(ctx, tools, { poll: id, sitting: sitting.id }, own);
    if (!done.ok) return done;
  }
  return ok(null);
}
