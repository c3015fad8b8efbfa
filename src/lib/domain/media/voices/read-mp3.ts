// Owns reading MP3: whole frames of layer III, one behind the other, between the tags that are left out of what is kept.
import { textAt, type ReadVoice } from '#lib/domain/media/voices/voice-shape.ts';

/** Thousands of bits a second by the header's index; MPEG 1, then MPEG 2 and 2.5. Free format and 15 are refused. */
const rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const samplings = [44_100, 48_000, 32_000];

type Frame = { readonly length: number; readonly seconds: number };

function readFrame(bytes: Uint8Array, at: number): Frame | null {
  const [sync = 0, kind = 0, rates = 0] = bytes.subarray(at, at + 3);
  const version = (kind >> 3) & 3;
  if (sync !== 0xff || (kind & 0xe6) !== 0xe2 || version === 1) return null;
  const bits = ((version === 3 ? rates1 : rates2)[rates >> 4] ?? 0) * 1000;
  const sampling = (samplings[(rates >> 2) & 3] ?? 0) / { 0: 4, 2: 2, 3: 1 }[version as 0 | 2 | 3];
  if (bits === 0 || sampling === 0) return null;
  const samples = version === 3 ? 1152 : 576;
  return { length: Math.floor((samples / 8) * (bits / sampling)) + ((rates >> 1) & 1), seconds: samples / sampling };
}

/** An ID3v2 tag tells its length in seven bits a byte. */
function afterTag(bytes: Uint8Array): number {
  if (textAt(bytes, 0, 3) !== 'ID3') return 0;
  const footer = (bytes[5] ?? 0) & 0x10 ? 10 : 0;
  return bytes.subarray(6, 10).reduce((length, byte) => (length << 7) | (byte & 0x7f), 0) + 10 + footer;
}

export const readMp3: ReadVoice = (bytes) => {
  const from = afterTag(bytes);
  const to = textAt(bytes, bytes.length - 128, 3) === 'TAG' ? bytes.length - 128 : bytes.length;
  let [at, seconds] = [from, 0];
  while (at < to) {
    const frame = readFrame(bytes, at);
    if (!frame || at + frame.length > to) return null;
    at += frame.length;
    seconds += frame.seconds;
  }
  return seconds > 0 ? { seconds, from, to } : null;
};
