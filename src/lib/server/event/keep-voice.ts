// Owns the voices of an event: kept as they were recorded, with a file that radios take beside, or the reason why there is none
// yet. One stands for a language. Refuses those of an event that can not be corrected any more; taking one away is allowed always.
import { and, eq, max } from 'drizzle-orm';
import type { KeepingRefusal, RadioRefusal, VoiceRefusal } from '#lib/domain/media/refusals.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { EventId, MediumId } from '#lib/domain/shared/ids.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { eventVoices } from '../db/schema/event-media.ts';
import { events } from '../db/schema/event.ts';
import { convertForRadio, type RadioStore } from '../media/convert-for-radio.ts';
import { findMedium, type Medium } from '../media/queries.ts';
import { recordRemoval, removeMediumFiles } from '../media/remove-medium.ts';
import { storeVoice } from '../media/store-voice.ts';
import { recordMedium, type StoredMedium } from '../media/stored-medium.ts';
import { renewEvent, type ChangeRefusal } from './changeable-event.ts';
import { correctableEvent } from './correct-event.ts';

type KeepRefusal =
  Exclude<ChangeRefusal, 'event-is-draft'> | VoiceRefusal | KeepingRefusal | 'field-required' | 'voice-unknown';
type ForRadio = Result<StoredMedium | null, RadioRefusal | 'uploads-no-room'>;
type Spoken = { readonly language: ContentLanguage; readonly voice: Blob | null; readonly read?: number };

/** A refusal of the file names the field `voice`, and the voice that was there stays. */
export async function keepVoice(
  ctx: StaffContext,
  store: RadioStore,
  event: EventId,
  { language, voice, read }: Spoken
): Promise<Result<null, KeepRefusal>> {
  if (!voice) return refuse('field-required', { field: 'voice' });
  const open = correctableEvent(ctx, event, read);
  if (!open.ok) return open;
  const stored = await storeVoice(ctx, store, voice, ctx.actor.account);
  if (!stored.ok) return refuse(stored.refusal.code, { ...stored.refusal, field: 'voice' });
  const forRadio = await convertForRadio(store, stored.value.row);
  const kept = inTransaction(ctx.db, (): Result<readonly Medium[], KeepRefusal> => {
    // Once more: converting took its time.
    const found = correctableEvent(ctx, event, read);
    if (!found.ok) return found;
    const before = takeAway(ctx, event, language);
    writeVoice(ctx, { event, language, medium: recordMedium(ctx, stored.value) }, forRadio);
    renewEvent(ctx, found.value);
    return ok(before);
  });
  if (kept.ok) await removeAll(store, kept.value);
  else await Promise.all([stored.value.discard(), forRadio.ok ? forRadio.value?.discard() : undefined]);
  return kept.ok ? ok(null) : kept;
}

/** After what stood in the way is gone: a busy minute, a program that was missing, a full disk. */
export async function convertAgain(
  ctx: StaffContext,
  store: RadioStore,
  event: EventId,
  language: ContentLanguage
): Promise<Result<null, KeepRefusal>> {
  const held = heldIn(ctx, event, language);
  const medium = held && findMedium(ctx.db, held.medium);
  if (!medium) return refuse('voice-unknown');
  if (held.radioMedium) return ok(null);
  const forRadio = await convertForRadio(store, medium);
  const done = inTransaction(ctx.db, (): Result<null, KeepRefusal> => {
    const found = ctx.db.select().from(events).where(eq(events.id, event)).get();
    const still = heldIn(ctx, event, language);
    if (!found || still?.medium !== medium.id || still.radioMedium) return refuse('voice-unknown');
    ctx.db.delete(eventVoices).where(inLanguage(event, language)).run();
    writeVoice(ctx, { event, language, medium: medium.id }, forRadio);
    renewEvent(ctx, found);
    return ok(null);
  });
  if (!done.ok && forRadio.ok) await forRadio.value?.discard();
  return done;
}

export async function removeVoice(
  ctx: StaffContext,
  store: RadioStore,
  event: EventId,
  language: ContentLanguage
): Promise<Result<null, 'voice-unknown'>> {
  const removed = inTransaction(ctx.db, (): Result<readonly Medium[], 'voice-unknown'> => {
    const found = ctx.db.select().from(events).where(eq(events.id, event)).get();
    const media = takeAway(ctx, event, language);
    if (!found || media.length === 0) return refuse('voice-unknown');
    renewEvent(ctx, found);
    return ok(media);
  });
  if (!removed.ok) return removed;
  await removeAll(store, removed.value);
  return ok(null);
}

const inLanguage = (event: EventId, language: ContentLanguage) =>
  and(eq(eventVoices.event, event), eq(eventVoices.language, language));

const heldIn = ({ db }: StaffContext, event: EventId, language: ContentLanguage) =>
  db.select().from(eventVoices).where(inLanguage(event, language)).get();

type Voice = { readonly event: EventId; readonly language: ContentLanguage; readonly medium: MediumId };

/** A new number each time there is something new for radios: programs take what is newer than the last one they had. */
function writeVoice(ctx: StaffContext, voice: Voice, forRadio: ForRadio): void {
  const last = ctx.db
    .select({ number: max(eventVoices.number) })
    .from(eventVoices)
    .get();
  const made = forRadio.ok ? (forRadio.value ? recordMedium(ctx, forRadio.value) : voice.medium) : null;
  ctx.db
    .insert(eventVoices)
    .values({
      ...voice,
      radioMedium: made,
      radioRefusal: forRadio.ok ? null : forRadio.refusal.code,
      number: (last?.number ?? 0) + 1,
      at: moment(ctx.now),
      by: ctx.actor.account
    })
    .run();
}

/** @returns what was taken away, whose files go after the transaction. */
function takeAway(ctx: StaffContext, event: EventId, language: ContentLanguage): readonly Medium[] {
  const held = heldIn(ctx, event, language);
  if (!held) return [];
  ctx.db.delete(eventVoices).where(inLanguage(event, language)).run();
  const ids = [...new Set([held.medium, ...(held.radioMedium ? [held.radioMedium] : [])])];
  const media = ids.flatMap((id) => findMedium(ctx.db, id) ?? []);
  for (const medium of media) recordRemoval(ctx, medium);
  return media;
}

async function removeAll(store: RadioStore, media: readonly Medium[]): Promise<void> {
  for (const medium of media) await removeMediumFiles(store, medium);
}
