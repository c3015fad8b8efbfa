// Owns the picture of an event: hung, replaced, taken away. Refuses one of an event that can not be corrected any more; a face
// that nobody asked can be taken away always.
import { eq } from 'drizzle-orm';
import type { KeepingRefusal, PictureRefusal } from '#lib/domain/media/refusals.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { EventId } from '#lib/domain/shared/ids.ts';
import type { StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { eventPictures } from '../db/schema/event-media.ts';
import { events } from '../db/schema/event.ts';
import type { MediaStore } from '../media/media-store.ts';
import { findMedium, type Medium } from '../media/queries.ts';
import { recordRemoval, removeMediumFiles } from '../media/remove-medium.ts';
import { storePicture } from '../media/store-picture.ts';
import { recordMedium } from '../media/stored-medium.ts';
import { renewEvent, type ChangeRefusal } from './changeable-event.ts';
import { correctableEvent } from './correct-event.ts';

type HangRefusal = Exclude<ChangeRefusal, 'event-is-draft'> | PictureRefusal | KeepingRefusal | 'field-required';

/** A refusal of the file names the field `picture`, and what hung there stays. */
export async function hangPicture(
  ctx: StaffContext,
  store: MediaStore,
  event: EventId,
  { picture, read }: { readonly picture: Blob | null; readonly read?: number }
): Promise<Result<null, HangRefusal>> {
  if (!picture) return refuse('field-required', { field: 'picture' });
  const open = correctableEvent(ctx, event, read);
  if (!open.ok) return open;
  const stored = await storePicture(ctx, store, picture, ctx.actor.account);
  if (!stored.ok) return refuse(stored.refusal.code, { field: 'picture' });
  const hung = inTransaction(ctx.db, (): Result<Medium | null, HangRefusal> => {
    // Once more: decoding took its time.
    const found = correctableEvent(ctx, event, read);
    if (!found.ok) return found;
    const before = takeDown(ctx, event);
    ctx.db
      .insert(eventPictures)
      .values({ event, medium: recordMedium(ctx, stored.value) })
      .run();
    renewEvent(ctx, found.value);
    return ok(before);
  });
  if (!hung.ok) {
    await stored.value.discard();
    return hung;
  }
  if (hung.value) await removeMediumFiles(store, hung.value);
  return ok(null);
}

export async function takePictureDown(
  ctx: StaffContext,
  store: MediaStore,
  event: EventId
): Promise<Result<null, 'picture-unknown'>> {
  const taken = inTransaction<Medium, 'picture-unknown'>(ctx.db, () => {
    const found = ctx.db.select().from(events).where(eq(events.id, event)).get();
    const medium = takeDown(ctx, event);
    if (!found || !medium) return refuse('picture-unknown');
    renewEvent(ctx, found);
    return ok(medium);
  });
  if (!taken.ok) return taken;
  await removeMediumFiles(store, taken.value);
  return ok(null);
}

function takeDown(ctx: StaffContext, event: EventId): Medium | null {
  const hung = ctx.db.select().from(eventPictures).where(eq(eventPictures.event, event)).get();
  const medium = hung && findMedium(ctx.db, hung.medium);
  if (!medium) return null;
  ctx.db.delete(eventPictures).where(eq(eventPictures.event, event)).run();
  recordRemoval(ctx, medium);
  return medium;
}
