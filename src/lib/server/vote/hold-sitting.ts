// Owns writing down a sitting that a phone held: who came, that it opened and ended, and which envelopes are its count. It refuses
// while a phone is still awaited that the leading one heard, and a sheet on which too few people stand.
import { eq, inArray } from 'drizzle-orm';
import type { AccountId, PollId, SittingId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { readStage } from '../audit/change-stage.ts';
import { moment, type Acting, type Context } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { envelopes } from '../db/schema/assembly.ts';
import { secondCalls, sittings } from '../db/schema/sitting.ts';
import { completeClosing } from './complete-closing.ts';
import { completeOpening } from './complete-opening.ts';
import { countPoll } from './count-poll.ts';
import { countedAt, envelopesAt, type KeptEnvelope } from './envelopes.ts';
import { judgeCall, needsQuorum, recordMissed } from './judge-call.ts';
import { readNotes, writeNotes } from './minutes-notes.ts';
import type { BallotBox } from './ballot-box.ts';
import { readPhone } from './phone-sittings.ts';
import { publicationOf, readPoll, sealedResult, type Poll } from './queries.ts';
import { recordSettlement } from './settle-tie.ts';

export type ApplyTools = { readonly box: Pick<BallotBox, 'readBallots'> };
type Held = Result<null, 'stage-moved-on'>;
type Where = { readonly poll: PollId; readonly sitting: SittingId };

const roleOf = (db: Portal, { device }: KeptEnvelope) => (device ? readPhone(db, device)?.role : undefined);

/** The envelope of the phone that led, once every phone that it heard has handed in its own. */
export const leadOf = (db: Portal, came: readonly KeptEnvelope[]): KeptEnvelope | undefined =>
  came.find(
    (one) => roleOf(db, one) === 'leading' && one.envelope.heard.every((heard) => isHere(db, one, heard, came))
  );

/** A phone of another sitting hands in for its own; it is awaited there. */
const isHere = (db: Portal, { sitting }: KeptEnvelope, heard: string, came: readonly KeptEnvelope[]): boolean => {
  const phone = readPhone(db, heard as KeptEnvelope['envelope']['device']);
  return came.some(({ device }) => device === heard) || (phone !== null && phone.sitting !== sitting);
};

/** It is the act of the two who let the phone in: nobody else signed anything under the tree that the portal could check. */
export function signersOf(
  { db, now }: Context,
  { device }: KeptEnvelope
): { readonly acting: Acting; readonly secondBy: AccountId } {
  const phone = device && readPhone(db, device);
  if (!phone) throw new Error('An envelope that was received has no phone.');
  return { acting: { db, now, actor: { account: phone.by } }, secondBy: phone.secondBy };
}

const stages: readonly (string | null)[] = ['frozen', 'voting', 'second-ballot', 'ratification'];

/** Call inside a transaction. @param came what waits of this sitting. */
export function holdSitting(ctx: Context, { box }: ApplyTools, where: Where, came: readonly KeptEnvelope[]): Held {
  const lead = leadOf(ctx.db, came);
  if (!lead) return refuse('stage-moved-on');
  const { envelope } = lead;
  const { acting, secondBy } = signersOf(ctx, lead);
  const called = onRightCall(acting, where, envelope, secondBy);
  if (!called.ok) return called;
  const poll = called.value;
  const sitting = poll.sittings.find(({ id }) => id === where.sitting);
  if (!sitting || !stages.includes(readStage(ctx.db, poll.consultation))) return refuse('stage-moved-on');
  const alone = poll.sittings.every(({ id, state }) => id === sitting.id || state === 'void');
  const judged = alone && needsQuorum(ctx.db, poll, sitting);
  if (judged && !judgeCall(ctx.db, poll, envelope.attendance.present).met) return refuse('stage-moved-on');
  const attendance = { ...envelope.attendance, sitting: sitting.id };
  const opened = completeOpening(acting, poll, { attendance, secondBy, judged });
  if (!opened.ok) return opened;
  count(ctx.db, sitting.id, [lead, ...came.filter((one) => roleOf(ctx.db, one) === 'second')]);
  const closed = completeClosing(acting, box, poll.id, { sitting: sitting.id, secondBy });
  if (!closed.ok) return refuse('stage-moved-on');
  writeBeside(acting, poll, envelope);
  return ok(null);
}

function count(db: Portal, sitting: SittingId, those: readonly KeptEnvelope[]): void {
  const numbers = those.map(({ number }) => number);
  db.update(envelopes).set({ countsAt: sitting }).where(inArray(envelopes.number, numbers)).run();
}

/** Where too few came and people were called a second time on the spot, both are written down first: same place, same day. */
function onRightCall(
  ctx: Acting,
  { poll: id, sitting }: Where,
  { call, sitting: ofPack }: KeptEnvelope['envelope'],
  secondBy: AccountId
): Result<Poll, 'stage-moved-on'> {
  const poll = readPoll(ctx.db, id);
  if (!poll) return refuse('stage-moved-on');
  // A ballot that follows in the same sitting is called once.
  if (sitting !== ofPack || call === poll.sitting.call) return ok(poll);
  if (call === 'first') return refuse('stage-moved-on');
  const missed = recordMissed(ctx, poll, secondBy);
  if (!missed.ok) return missed;
  const { place: firstPlace, day: firstDay } = poll.sitting;
  ctx.db
    .insert(secondCalls)
    .values({ poll: id, firstPlace, firstDay, at: moment(ctx.now), by: ctx.actor.account })
    .run();
  for (const { id: planned } of poll.sittings.filter(({ state }) => state === 'planned'))
    ctx.db.update(sittings).set({ call }).where(eq(sittings.id, planned)).run();
  appendEntry(ctx, 'second-call', { subject: id, secondBy, details: { sittings: poll.sittings.length } });
  const again = readPoll(ctx.db, id);
  return again ? ok(again) : refuse('stage-moved-on');
}

/** How a tie was settled before witnesses, and what people wrote into the minutes, where nobody wrote it here. */
function writeBeside(ctx: Acting, poll: Poll, { notes }: KeptEnvelope['envelope']): void {
  settleAsTold(ctx, poll);
  const ended = readPoll(ctx.db, poll.id);
  if (notes && ended && readNotes(ctx.db, poll.id).version === 0) writeNotes(ctx, ended, notes, 0);
}

/** Of several sittings the phone that announced may have handed in before the last one, with which the count begins. */
function settleAsTold({ db, now }: Context, { id }: Poll): void {
  const poll = readPoll(db, id);
  const told = poll?.sittings.flatMap((sitting) => countedAt(db, sitting.id)).find(({ envelope }) => envelope.settled);
  const settled = told?.envelope.settled;
  if (!poll || !told || !settled) return;
  const { acting, secondBy } = signersOf({ db, now }, told);
  const settlement = { option: settled.winner, note: told.envelope.note || '—', witnesses: true };
  recordSettlement(acting, poll, settled.rung, settlement, secondBy);
}

/** A second phone whose counts came after the sitting was written down: they count, and the poll is counted anew. */
export function addLate(
  ctx: Context,
  { box }: ApplyTools,
  id: PollId,
  sitting: SittingId,
  came: readonly KeptEnvelope[]
): Held {
  const counted = envelopesAt(ctx.db, sitting).map(({ device }) => device);
  const late = came.filter((one) => roleOf(ctx.db, one) === 'second' && !counted.includes(one.device));
  const [first] = late;
  const poll = readPoll(ctx.db, id);
  if (!first || !poll || counted.length === 0 || publicationOf(ctx.db, id)) return refuse('stage-moved-on');
  count(ctx.db, sitting, late);
  if (!sealedResult(ctx.db, id)) return ok(null);
  const { acting, secondBy } = signersOf(ctx, first);
  const again = countPoll(acting, box, poll, secondBy);
  return again.ok ? ok(null) : refuse('stage-moved-on');
}
