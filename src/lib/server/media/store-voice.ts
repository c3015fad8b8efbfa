// Owns taking in a voice somebody recorded. It refuses what is no such sound to the last byte, and drops names and places.
import { parseBuffer } from 'music-metadata';
import { voice } from '#lib/domain/media/limits.ts';
import { mediumTypes } from '#lib/domain/media/media-kinds.ts';
import { readVoice, type ReadableVoice } from '#lib/domain/media/read-voice.ts';
import type { KeepingRefusal, VoiceRefusal } from '#lib/domain/media/refusals.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import type { Context } from '../db/context.ts';
import { countUpload } from './allowance.ts';
import { hasRoom, type MediaStore } from './media-store.ts';
import { writeMedium, type StoredMedium } from './stored-medium.ts';
import { takeTurns } from './take-turns.ts';

const inTurn = takeTurns(1, 12);

/** The sound alone: tags around it are cut off, and those within it overwritten where they stand. */
function withoutTags(bytes: Uint8Array, { from, to, tags = [] }: ReadableVoice): Uint8Array {
  const kept = bytes.slice(from, to);
  for (const { body, end } of tags) {
    kept.set(new TextEncoder().encode('free'), body - 4);
    kept.fill(0, body, end);
  }
  return kept;
}

/** What the sound itself must say it is, by ending. */
const codecs: Record<ReadableVoice['ending'], RegExp> = {
  ogg: /^opus$/i,
  webm: /opus$/i,
  mp3: /layer 3$/i,
  m4a: /^(mpeg-4\/)?(aac|alac|opus)/i,
  wav: /^(pcm|ieee|non-pcm)/i
};

/** A second opinion, of a library that knows the formats from inside. Its time may be longer than ours, never over the limit. */
async function whyNotSound(sound: Uint8Array, ending: ReadableVoice['ending']): Promise<VoiceRefusal | null> {
  try {
    const { format } = await parseBuffer(sound, mediumTypes[ending].type, { skipCovers: true, duration: true });
    if (format.hasVideo || !codecs[ending].test(format.codec ?? '')) return 'voice-kind';
    return (format.duration ?? 0) > voice.longest ? 'voice-too-long' : null;
  } catch {
    return 'voice-broken';
  }
}

async function examine(file: Blob): Promise<Result<ReadableVoice & { readonly sound: Uint8Array }, VoiceRefusal>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = readVoice(bytes);
  if (!read.ok) return read;
  const sound = withoutTags(bytes, read.value);
  const refusal = await whyNotSound(sound.subarray(0, read.value.head), read.value.ending);
  if (refusal) return refuse(refusal, { detail: { most: voice.longest } });
  return ok({ ...read.value, sound });
}

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
  const heard = await inTurn(() => examine(file));
  if (!heard) return refuse('uploads-busy');
  if (!heard.ok) return heard;
  const { sound, ending, seconds } = heard.value;
  return ok(await writeMedium(store, { ending, whole: sound }, { duration: Math.round(seconds * 1000) }, by));
}
