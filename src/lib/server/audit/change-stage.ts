// Owns moving a consultation along its journey: a recorded act with who, when and why. Refuses a step the journey lacks.
import { desc, eq } from 'drizzle-orm';
import { mayFollow, type Stage } from '#lib/domain/community/consultation-stages.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { AccountId, ConsultationId } from '#lib/domain/shared/ids.ts';
import { moment, type Acting } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { stageChanges } from '../db/schema/community.ts';
import { appendEntry } from './append-entry.ts';

export const readStage = (db: Portal, consultation: ConsultationId): Stage | null =>
  db
    .select({ stage: stageChanges.stage })
    .from(stageChanges)
    .where(eq(stageChanges.consultation, consultation))
    .orderBy(desc(stageChanges.number))
    .limit(1)
    .get()?.stage ?? null;

type Why = { readonly secondBy?: AccountId; readonly reason?: string };

/** In the transaction of the act that moves it, or in one of its own. A consultation begins at `proposing`. */
export const changeStage = (
  ctx: Acting,
  consultation: ConsultationId,
  to: Stage,
  { secondBy, reason }: Why = {}
): Result<null, 'stage-moved-on'> =>
  inTransaction(ctx.db, () => {
    const from = readStage(ctx.db, consultation);
    const possible = from === null ? to === 'proposing' : mayFollow(from, to);
    if (!possible) return refuse('stage-moved-on');
    const { account: by } = ctx.actor;
    ctx.db
      .insert(stageChanges)
      .values({ consultation, stage: to, at: moment(ctx.now), by, secondBy: secondBy ?? null, reason: reason ?? null })
      .run();
    const signed = secondBy ? { secondBy } : {};
    appendEntry(ctx, 'stage-changed', { subject: consultation, ...signed, details: { stage: to } });
    return ok(null);
  });
