// Owns which voices radios can take as they are, and which way the others become such a file.
import { voice } from '#lib/domain/media/limits.ts';
import type { MediumEnding, VoiceEnding } from '#lib/domain/media/media-kinds.ts';

/**
 * `same`: the file serves as it is. `repacked`: its coded sound is put into Ogg, unchanged. `encoded`: its samples become MP3.
 * `converted`: it must be decoded by a program that not every installation has.
 */
export type RadioWay = 'same' | 'repacked' | 'encoded' | 'converted';

/** The programs of studios play MP3 and Ogg; podcast readers refuse the rest. */
export const radioWays = {
  mp3: 'same',
  ogg: 'same',
  webm: 'repacked',
  wav: 'encoded',
  m4a: 'converted'
} as const satisfies Record<VoiceEnding, RadioWay>;

export type RadioEnding = {
  [Ending in VoiceEnding]: (typeof radioWays)[Ending] extends 'same' ? Ending : never;
}[VoiceEnding];

export const isForRadio = (ending: MediumEnding): ending is RadioEnding =>
  ending !== 'webp' && radioWays[ending] === 'same';

/** What is made for radios: speech, as small as it stays good. Hertz, and bits a second. */
export const radioSound = { channels: 1, rate: 44_100, bits: 64_000 } as const;

/**
 * Seconds of a file that is made: coders fill up their last frame, and what grew over the limit for voices by that would be
 * refused.
 */
export const longestForRadio = voice.longest - 0.2;

/** Whether a file that was made is the voice that it was made from, as far as time tells. Both in seconds. */
export const isSameLength = (made: number, given: number): boolean =>
  Math.abs(made - Math.min(given, longestForRadio)) < 0.5;
