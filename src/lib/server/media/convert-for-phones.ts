// Owns making of a voice that is kept the small file that phones take along: Opus in Ogg. As for radios, it believes no converter.
import { mediumName } from '#lib/domain/media/media-kinds.ts';
import { isSameLength } from '#lib/domain/media/radio-files.ts';
import type { KeepingRefusal, PhoneVoiceRefusal } from '#lib/domain/media/refusals.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { isLight } from '#lib/domain/spoken/limits.ts';
import type { KeptVoice, RadioStore } from './convert-for-radio.ts';
import { examineVoice, type ExaminedVoice } from './examine-voice.ts';
import { makeInTurn, withLibrary, type Made } from './make-in-turn.ts';
import { hasRoom, mediaFile } from './media-store.ts';
import { webmToOgg } from './repack-voice.ts';
import { voiceToOpus } from './run-ffmpeg.ts';
import { writeMedium, type StoredMedium } from './stored-medium.ts';

type Voice = KeptVoice & Pick<StoredMedium['row'], 'bytes'>;
type Refused = PhoneVoiceRefusal | Extract<KeepingRefusal, 'uploads-no-room'>;

const isLightOgg = ({ ending, bytes, duration }: Pick<Voice, 'ending' | 'bytes' | 'duration'>): boolean =>
  ending === 'ogg' && isLight(bytes, duration ?? 0);

async function examined(made: Made): Promise<ExaminedVoice | null> {
  const heard = made.ok ? await examineVoice(made.value) : null;
  return heard?.ok ? heard.value : null;
}

const isLightVoice = ({ ending, sound, seconds }: ExaminedVoice): boolean =>
  isLightOgg({ ending, bytes: sound.length, duration: seconds * 1000 });

/** What a browser recorded needs no decoder. All else does, and so does what is too heavy. */
async function makeSmall(voice: Voice, file: string, ffmpeg: string | null): Promise<Result<ExaminedVoice, Refused>> {
  if (voice.ending === 'webp') return refuse('voice-not-for-phones');
  const repacked = voice.ending === 'webm' ? await examined(await withLibrary(webmToOgg, file)) : null;
  if (repacked && isLightVoice(repacked)) return ok(repacked);
  const coded = await voiceToOpus(ffmpeg, file, voice.ending);
  if (!coded.ok && coded.refusal.code === 'radio-needs-ffmpeg') return refuse('voice-needs-ffmpeg');
  const small = await examined(coded);
  return small && isLightVoice(small) ? ok(small) : refuse('voice-not-for-phones');
}

/** As `convertForRadio`: null where the voice itself is light already. */
export async function convertForPhones(store: RadioStore, voice: Voice): Promise<Result<StoredMedium | null, Refused>> {
  if (isLightOgg(voice)) return ok(null);
  const file = mediaFile(store, mediumName({ ...voice, small: false }));
  const made = await makeInTurn(() => makeSmall(voice, file, store.ffmpeg));
  if (!made) return refuse('radio-busy');
  if (!made.ok) return made;
  const { seconds, sound } = made.value;
  if (!isSameLength(seconds, (voice.duration ?? 0) / 1000)) return refuse('voice-not-for-phones');
  if (!(await hasRoom(store, sound.length))) return refuse('uploads-no-room');
  const shape = { duration: Math.round(seconds * 1000) };
  return ok(await writeMedium(store, { ending: 'ogg', whole: sound }, shape, voice.by ?? null));
}
