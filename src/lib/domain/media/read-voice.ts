// Owns the one table of voice readers, and what is refused of a voice before any library looks at it.
import { voice } from '#lib/domain/media/limits.ts';
import type { VoiceEnding } from '#lib/domain/media/media-kinds.ts';
import type { VoiceRefusal } from '#lib/domain/media/refusals.ts';
import { voiceKind } from '#lib/domain/media/signatures.ts';
import { readM4a } from '#lib/domain/media/voices/read-m4a.ts';
import { readMp3 } from '#lib/domain/media/voices/read-mp3.ts';
import { readOgg } from '#lib/domain/media/voices/read-ogg.ts';
import { readWav } from '#lib/domain/media/voices/read-wav.ts';
import { readWebm } from '#lib/domain/media/voices/read-webm.ts';
import type { ReadVoice, VoiceShape } from '#lib/domain/media/voices/voice-shape.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';

const readers: Record<VoiceEnding, ReadVoice> = {
  ogg: readOgg,
  webm: readWebm,
  mp3: readMp3,
  m4a: readM4a,
  wav: readWav
};

export type ReadableVoice = VoiceShape & { readonly ending: VoiceEnding };

export function readVoice(bytes: Uint8Array): Result<ReadableVoice, VoiceRefusal> {
  if (bytes.length > voice.heaviest) return refuse('voice-too-heavy');
  const ending = voiceKind(bytes);
  if (!ending) return refuse('voice-kind');
  const shape = readers[ending](bytes);
  if (!shape) return refuse('voice-broken');
  if (shape.seconds > voice.longest) return refuse('voice-too-long', { detail: { most: voice.longest } });
  return ok({ ...shape, ending });
}
