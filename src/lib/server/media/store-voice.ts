// Owns taking in a voice somebody recorded. It refuses what is no such sound to the last byte, and drops names and places.
import { voice } from '#lib/domain/media/limits.ts';
import type { KeepingRefusal, VoiceRefusal } from '#lib/domain/media/refusals.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import type { Context } from '../db/context.ts';
import { countUpload } from './allowance.ts';
import { examineVoice } from './examine-voice.ts';
import { hasRoom, type MediaStore } from './media-store.ts';
import { writeMedium, type StoredMedium } from './stored-medium.ts';
import { takeTurns } from './take-turns.ts';

const inTurn = takeTurns(1, 12);

/** As `storePicture`. */
export async function storeVoice(
  ctx: Context,
  store: MediaStore,
  file: Blob,
  by: AccountId | null
): Promise<Result<StoredMedium, VoiceRefusal | KeepingRefusal>> {
  if (file.size > voice.heaviest) return refuse('voice-too-heavy');
  if (!(await countUpload(ctx, by, file.size))) return refuse('uploads-used-up');
  if (!(await hasRoom(store, file.size))) return refuse('uploads-no-room');
  const heard = await inTurn(async () => examineVoice(new Uint8Array(await file.arrayBuffer())));
  if (!heard) return refuse('uploads-busy');
  if (!heard.ok) return heard;
  const { sound, ending, seconds } = heard.value;
  return ok(await writeMedium(store, { ending, whole: sound }, { duration: Math.round(seconds * 1000) }, by));
}
