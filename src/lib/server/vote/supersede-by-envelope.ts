// Owns putting an envelope that came after publication in the place of the one of the same phone, by two people with a reason. The
// result stays public until the new count is published. It refuses an envelope of a phone that counts nowhere.
import { eq } from 'drizzle-orm';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { moment, type Acting } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { envelopes } from '../db/schema/assembly.ts';
import { supersedings } from '../db/schema/result.ts';
import { countPoll } from './count-poll.ts';
import { envelopesAt, envelopesOf, type EnvelopeRow, type KeptEnvelope } from './envelopes.ts';
import type { ApplyTools } from './hold-sitting.ts';
import { pollPhase } from './poll-phase.ts';
import { sealedResult, type Poll } from './queries.ts';
import { newestAttendance } from './sittings.ts';
import { recordAttendance } from './record-attendance.ts';

export type ByEnvelope = { readonly reason: string; readonly envelope: number };
type Chosen = { readonly chosen: KeptEnvelope; readonly before: EnvelopeRow };
type ByEnvelopeRefusal = 'stage-moved-on' | 'field-required' | 'nothing-to-replace';

/** What of this vote may be replaced, and by what. */
export function replaceable(db: Portal, poll: Poll): readonly Chosen[] {
  const counted = poll.sittings.flatMap(({ id }) => envelopesAt(db, id));
  return counted.flatMap((before) => {
    const { poll: root, kind, device, number } = before;
    const others = root ? envelopesOf(db, root) : [];
    const same = others.filter((one) => one.kind === kind && one.device === device && one.number !== number);
    return same.map((chosen) => ({ chosen, before }));
  });
}

export function whyCannotReplace(
  db: Portal,
  poll: Poll,
  { reason, envelope }: ByEnvelope
): Result<Chosen, ByEnvelopeRefusal> {
  if (pollPhase(db, poll) !== 'published') return refuse('stage-moved-on');
  const found = replaceable(db, poll).find(({ chosen }) => chosen.number === envelope);
  if (!found) return refuse('nothing-to-replace', { field: 'envelope' });
  return reason.trim() === '' ? refuse('field-required', { field: 'reason' }) : ok(found);
}

export const supersedeByEnvelope = (
  ctx: Acting,
  { box }: ApplyTools,
  poll: Poll,
  wanted: ByEnvelope & { readonly secondBy: AccountId }
): Result<null, ByEnvelopeRefusal> =>
  inTransaction(ctx.db, () => {
    const may = whyCannotReplace(ctx.db, poll, wanted);
    if (!may.ok) return may;
    const result = sealedResult(ctx.db, poll.id);
    const { chosen, before } = may.value;
    const sitting = before.countsAt;
    if (!result || !sitting) return refuse('stage-moved-on');
    const { reason, secondBy } = wanted;
    const signed = { at: moment(ctx.now), by: ctx.actor.account, secondBy };
    ctx.db
      .insert(supersedings)
      .values({ result: result.number, afterEntry: 0, reason, ...signed })
      .run();
    appendEntry(ctx, 'recount-begun', { subject: poll.id, secondBy });
    setPlace(ctx.db, before, null);
    setPlace(ctx.db, chosen, sitting);
    replaceSheet(ctx, poll, sitting, chosen, secondBy);
    const again = countPoll(ctx, box, poll, secondBy);
    return again.ok ? ok(null) : refuse('stage-moved-on');
  });

const setPlace = (db: Portal, { number }: EnvelopeRow, countsAt: EnvelopeRow['countsAt']): void =>
  void db.update(envelopes).set({ countsAt }).where(eq(envelopes.number, number)).run();

/** The phone that led counted people in as well; a second one says noughts. */
function replaceSheet(
  ctx: Acting,
  poll: Poll,
  sitting: NonNullable<EnvelopeRow['countsAt']>,
  { envelope: { attendance } }: KeptEnvelope,
  secondBy: AccountId
): void {
  const sheet = newestAttendance(ctx.db, sitting);
  const counted = Object.values(attendance.present).some((people) => people > 0);
  if (sheet && counted)
    recordAttendance(ctx, poll, { attendance: { ...attendance, sitting }, secondBy, judged: sheet.judged }, true);
}
