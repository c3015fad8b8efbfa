// Owns what is believed of a voice: two readers that know nothing of each other must agree on it.
import { parseBuffer } from 'music-metadata';
import { voice } from '#lib/domain/media/limits.ts';
import { mediumTypes } from '#lib/domain/media/media-kinds.ts';
import { readVoice, type ReadableVoice } from '#lib/domain/media/read-voice.ts';
import type { VoiceRefusal } from '#lib/domain/media/refusals.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';

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

export type ExaminedVoice = ReadableVoice & { readonly sound: Uint8Array };

/** @returns the sound without its tags, and what it is. Nothing that the sender said about it is believed. */
export async function examineVoice(bytes: Uint8Array): Promise<Result<ExaminedVoice, VoiceRefusal>> {
  const read = readVoice(bytes);
  if (!read.ok) return read;
  const sound = withoutTags(bytes, read.value);
  const refusal = await whyNotSound(sound.subarray(0, read.value.head), read.value.ending);
  if (refusal) return refuse(refusal, { detail: { most: voice.longest } });
  return ok({ ...read.value, sound });
}
