// Owns making of a voice that is kept a file that radios take. It believes no converter: what one made is read anew.
import { mediumName } from '#lib/domain/media/media-kinds.ts';
import { isForRadio, isSameLength, radioWays, type RadioWay } from '#lib/domain/media/radio-files.ts';
import type { KeepingRefusal, RadioRefusal } from '#lib/domain/media/refusals.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { examineVoice } from './examine-voice.ts';
import { makeInTurn, withLibrary, type Made } from './make-in-turn.ts';
import { hasRoom, mediaFile, type MediaStore } from './media-store.ts';
import { webmToOgg, wavToMp3 } from './repack-voice.ts';
import { m4aToMp3 } from './run-ffmpeg.ts';
import { writeMedium, type StoredMedium } from './stored-medium.ts';

/** What of the settings is needed here. `ffmpeg`: its name or path, or null. */
export type RadioStore = MediaStore & { readonly ffmpeg: string | null };

/** As it is kept, or about to be. */
export type KeptVoice = Pick<StoredMedium['row'], 'id' | 'ending' | 'duration' | 'by'>;

const broken = refuse('radio-broken');

function make(way: Exclude<RadioWay, 'same'>, file: string, ffmpeg: string | null): Promise<Made> {
  switch (way) {
    case 'repacked':
      return withLibrary(webmToOgg, file);
    case 'encoded':
      return withLibrary(wavToMp3, file);
    case 'converted':
      return m4aToMp3(ffmpeg, file);
  }
}

/**
 * @returns a medium of its own, on the disk and not recorded yet; null where the voice itself serves. The caller records it with
 * what it belongs to, or discards it. @throws when the disk fails, or the voice's file is gone.
 */
export async function convertForRadio(
  store: RadioStore,
  voice: KeptVoice
): Promise<Result<StoredMedium | null, RadioRefusal | Extract<KeepingRefusal, 'uploads-no-room'>>> {
  const { ending } = voice;
  if (ending === 'webp') return broken;
  const way = radioWays[ending];
  if (way === 'same') return ok(null);
  const made = await makeInTurn(() =>
    make(way, mediaFile(store, mediumName({ ...voice, small: false })), store.ffmpeg)
  );
  if (!made) return refuse('radio-busy');
  if (!made.ok) return made;
  const heard = await examineVoice(made.value);
  if (!heard.ok || !isForRadio(heard.value.ending)) return broken;
  const { seconds, ending: radioEnding, sound } = heard.value;
  if (!isSameLength(seconds, (voice.duration ?? 0) / 1000)) return broken;
  if (!(await hasRoom(store, sound.length))) return refuse('uploads-no-room');
  const shape = { duration: Math.round(seconds * 1000) };
  return ok(await writeMedium(store, { ending: radioEnding, whole: sound }, shape, voice.by ?? null));
}
