// Owns throwing a draft away, with all weeks that were written with it, its pictures and its voices. Refuses what was announced:
// people heard of it, so it is cancelled and stays.
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { EventId } from '#lib/domain/shared/ids.ts';
import type { StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { eventPictures, eventVoices } from '../db/schema/event-media.ts';
import { eventGuests, eventLanguages, events, eventTexts } from '../db/schema/event.ts';
import type { MediaStore } from '../media/media-store.ts';
import { findMedium, type Medium } from '../media/queries.ts';
import { recordRemoval, removeMediumFiles } from '../media/remove-medium.ts';

export async function throwDraftAway(
  ctx: StaffContext,
  store: MediaStore,
  id: EventId
): Promise<Result<null, 'event-unknown' | 'event-announced-already'>> {
  const thrown = inTransaction(ctx.db, (): Result<readonly Medium[], 'event-unknown' | 'event-announced-already'> => {
    const draft = ctx.db.select().from(events).where(eq(events.id, id)).get();
    if (!draft) return refuse('event-unknown');
    if (draft.announcedAt) return refuse('event-announced-already');
    const together = draft.series ? eq(events.series, draft.series) : eq(events.id, id);
    const drafts = ctx.db
      .select({ id: events.id })
      .from(events)
      .where(and(together, isNull(events.announcedAt)))
      .all();
    return ok(
      remove(
        ctx,
        drafts.map((one) => one.id)
      )
    );
  });
  if (!thrown.ok) return thrown;
  for (const medium of thrown.value) await removeMediumFiles(store, medium);
  return ok(null);
}

function remove(ctx: StaffContext, ids: EventId[]): readonly Medium[] {
  const { db } = ctx;
  const pictures = db.select().from(eventPictures).where(inArray(eventPictures.event, ids)).all();
  const voices = db.select().from(eventVoices).where(inArray(eventVoices.event, ids)).all();
  const shown = [...pictures, ...voices].map(({ medium }) => medium);
  const held = new Set([...shown, ...voices.flatMap(({ radioMedium }) => radioMedium ?? [])]);
  const media = [...held].flatMap((medium) => findMedium(db, medium) ?? []);
  for (const table of [eventPictures, eventVoices, eventGuests, eventLanguages, eventTexts])
    db.delete(table).where(inArray(table.event, ids)).run();
  db.delete(events).where(inArray(events.id, ids)).run();
  for (const medium of media) recordRemoval(ctx, medium);
  return media;
}
