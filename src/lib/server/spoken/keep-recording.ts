// Owns the recording of a sentence: kept, replaced, taken away. It keeps the small file alone, and refuses one for which the language
// has no room left; what was replaced is taken from the disk, and its row stays.
import type { KeepingRefusal, PhoneVoiceRefusal, VoiceRefusal } from '#lib/domain/media/refusals.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { SpokenLabel } from '#lib/domain/spoken/labels.ts';
import { spoken } from '#lib/domain/spoken/limits.ts';
import { bytesOf } from '#lib/domain/spoken/progress.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { spokenLabels } from '../db/schema/spoken.ts';
import { convertForPhones } from '../media/convert-for-phones.ts';
import type { RadioStore } from '../media/convert-for-radio.ts';
import { findMedium, type Medium } from '../media/queries.ts';
import { recordRemoval, removeMediumFiles } from '../media/remove-medium.ts';
import { storeVoice } from '../media/store-voice.ts';
import { recordMedium, type StoredMedium } from '../media/stored-medium.ts';
import { recordingsIn } from './queries.ts';

type KeepRefusal = VoiceRefusal | KeepingRefusal | PhoneVoiceRefusal | 'field-required' | 'voices-full';

/** `language`: of the screens. */
export type Sentence = { readonly language: string; readonly label: SpokenLabel };
type Said = { readonly voice: Blob | null; readonly placeholder?: boolean };

/** A refusal of the file names the field `voice`, and the recording that was there stays. */
export async function keepRecording(
  ctx: StaffContext,
  store: RadioStore,
  sentence: Sentence,
  { voice, placeholder = false }: Said
): Promise<Result<null, KeepRefusal>> {
  if (!voice) return refuse('field-required', { field: 'voice' });
  const small = await storeSmall(ctx, store, voice);
  if (!small.ok) return refuse(small.refusal.code, { ...small.refusal, field: 'voice' });
  const kept = inTransaction(ctx.db, (): Result<Medium | null, KeepRefusal> => {
    const before = takeAway(ctx, sentence);
    const others = bytesOf(recordingsIn(ctx.db, sentence.language));
    if (others + small.value.row.bytes > spoken.language) return refuse('voices-full', { field: 'voice' });
    ctx.db
      .insert(spokenLabels)
      .values({
        ...sentence,
        medium: recordMedium(ctx, small.value),
        placeholder,
        at: moment(ctx.now),
        by: ctx.actor.account
      })
      .run();
    return ok(before);
  });
  if (!kept.ok) {
    await small.value.discard();
    return kept;
  }
  if (kept.value) await removeMediumFiles(store, kept.value);
  return ok(null);
}

export async function removeRecording(
  ctx: StaffContext,
  store: RadioStore,
  sentence: Sentence
): Promise<Result<null, 'voice-unknown'>> {
  const removed = inTransaction(ctx.db, (): Result<Medium, 'voice-unknown'> => {
    const medium = takeAway(ctx, sentence);
    return medium ? ok(medium) : refuse('voice-unknown');
  });
  if (!removed.ok) return removed;
  await removeMediumFiles(store, removed.value);
  return ok(null);
}

/** The file as it was sent goes again where a smaller one was made of it: nobody asks for it. */
async function storeSmall(
  ctx: StaffContext,
  store: RadioStore,
  voice: Blob
): Promise<Result<StoredMedium, VoiceRefusal | KeepingRefusal | PhoneVoiceRefusal>> {
  const stored = await storeVoice(ctx, store, voice, ctx.actor.account);
  if (!stored.ok) return stored;
  const made = await convertForPhones(store, stored.value.row);
  if (made.ok && made.value === null) return stored;
  await stored.value.discard();
  return made.ok ? ok(made.value ?? stored.value) : made;
}

/** Within the caller's transaction. @returns what was taken away, whose file goes after it. */
function takeAway(ctx: StaffContext, { language, label }: Sentence): Medium | null {
  const held = recordingsIn(ctx.db, language).get(label);
  const medium = held && findMedium(ctx.db, held.medium);
  if (!medium) return null;
  recordRemoval(ctx, medium);
  return medium;
}
