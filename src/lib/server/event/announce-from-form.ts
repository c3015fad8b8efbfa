// Owns announcing what the form of a new event holds: with its picture, with its guests, with the further texts of the event it
// repeats. Refuses guests that this person may not announce for, and keeps no picture of an event that is refused.
import { eq } from 'drizzle-orm';
import type { KeepingRefusal, PictureRefusal } from '#lib/domain/media/refusals.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { CommunityId, EventId } from '#lib/domain/shared/ids.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { eventPictures } from '../db/schema/event-media.ts';
import { events, eventTexts } from '../db/schema/event.ts';
import type { MediaStore } from '../media/media-store.ts';
import { storePicture } from '../media/store-picture.ts';
import { recordMedium, type StoredMedium } from '../media/stored-medium.ts';
import { announceEvent, type AnnounceRefusal, type EventExtras } from './announce-event.ts';
import type { NewEvent } from './forms.ts';
import { possibleGuests } from './possible-guests.ts';
import { copyOf } from './remembered.ts';

type Refused = AnnounceRefusal | PictureRefusal | KeepingRefusal | 'guests-not-allowed';
type Filled = NewEvent & EventExtras & { readonly picture: Blob | null; readonly copy: string };

/** @param input `copy`: of which earlier event; its further texts come along. The picture stands with the first week. */
export async function announceFromForm(
  ctx: StaffContext,
  store: MediaStore,
  community: CommunityId,
  { picture, copy, ...input }: Filled,
  as: 'announced' | 'draft'
): Promise<Result<EventId, Refused>> {
  const near = new Set(possibleGuests(ctx, community).map(({ id }) => id));
  if (input.guests?.some((guest) => !near.has(guest))) return refuse('guests-not-allowed', { field: 'guests' });
  // A refusal of the rest comes before the picture is decoded: it would be thrown away.
  const stored = picture ? await storePicture(ctx, store, picture, ctx.actor.account) : ok(null);
  if (!stored.ok) return refuse(stored.refusal.code, { field: 'picture' });
  const done = inTransaction(ctx.db, (): Result<EventId, Refused> => {
    const announced = announceEvent(ctx, community, input, as);
    if (!announced.ok) return announced;
    if (copy) copyTexts(ctx, copy, announced.value);
    if (stored.value) hang(ctx, announced.value, stored.value);
    return announced;
  });
  if (!done.ok) await stored.value?.discard();
  return done;
}

const hang = (ctx: StaffContext, event: EventId, picture: StoredMedium): void =>
  void ctx.db
    .insert(eventPictures)
    .values({ event, medium: recordMedium(ctx, picture) })
    .run();

function copyTexts(ctx: StaffContext, from: string, first: EventId): void {
  const earlier = copyOf(ctx, from)?.event;
  const texts = earlier && !earlier.hidden ? earlier.texts : [];
  const weeks = ctx.db.select({ id: events.id }).from(events).where(eq(events.series, first)).all();
  for (const event of weeks.length > 0 ? weeks.map(({ id }) => id) : [first])
    for (const { title, about, language } of texts)
      ctx.db
        .insert(eventTexts)
        .values({ event, title, about, language, at: moment(ctx.now), by: ctx.actor.account })
        .run();
}
