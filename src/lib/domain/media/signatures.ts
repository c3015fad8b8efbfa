// Owns telling what a file is from its first bytes. Names and types that come with it are the sender's word, and unread.
import type { VoiceEnding } from '#lib/domain/media/media-kinds.ts';

export type PictureKind = 'jpeg' | 'png' | 'webp';

/** `..` stands for any byte. */
const matches = (bytes: Uint8Array, pattern: string): boolean =>
  pattern.split(' ').every((byte, place) => byte === '..' || bytes[place] === Number.parseInt(byte, 16));

const pictures = [
  ['jpeg', 'ff d8 ff'],
  ['png', '89 50 4e 47 0d 0a 1a 0a'],
  ['webp', '52 49 46 46 .. .. .. .. 57 45 42 50']
] as const;

const voices = [
  ['ogg', '4f 67 67 53 00'],
  ['webm', '1a 45 df a3'],
  ['wav', '52 49 46 46 .. .. .. .. 57 41 56 45'],
  ['m4a', '.. .. .. .. 66 74 79 70'],
  ['mp3', '49 44 33']
] as const;

/** A frame of MPEG audio, layer III, without the tag that may stand before it. */
const isMp3Frame = (bytes: Uint8Array): boolean => bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2;

export const pictureKind = (bytes: Uint8Array): PictureKind | null =>
  pictures.find(([, pattern]) => matches(bytes, pattern))?.[0] ?? null;

export const voiceKind = (bytes: Uint8Array): VoiceEnding | null =>
  voices.find(([, pattern]) => matches(bytes, pattern))?.[0] ?? (isMp3Frame(bytes) ? 'mp3' : null);
