// Owns reading WAV: plain samples whose length the file tells truly, and nothing behind them.
import { textAt, viewOf, type ReadVoice } from '#lib/domain/media/voices/voice-shape.ts';

/** Integers, floats, and either of them in the longer header. */
const plain = new Set([1, 3, 0xfffe]);

export const readWav: ReadVoice = (bytes) => {
  if (bytes.length < 44) return null;
  const view = viewOf(bytes);
  if (8 + view.getUint32(4, true) !== bytes.length) return null;
  let [at, bytesASecond, seconds] = [12, 0, 0];
  while (at + 8 <= bytes.length) {
    const [name, size] = [textAt(bytes, at), view.getUint32(at + 4, true)];
    if (at + 8 + size > bytes.length) return null;
    if (name === 'fmt ') {
      if (size < 16 || !plain.has(view.getUint16(at + 8, true))) return null;
      const [channels, rate] = [view.getUint16(at + 10, true), view.getUint32(at + 12, true)];
      bytesASecond = (rate * channels * view.getUint16(at + 22, true)) / 8;
      if (channels > 2 || view.getUint32(at + 16, true) !== bytesASecond) return null;
    } else if (name === 'data') {
      if (bytesASecond === 0 || seconds > 0) return null;
      seconds = size / bytesASecond;
    } else if (name !== 'LIST' && name !== 'fact') return null;
    at += 8 + size + (size % 2);
  }
  return at === bytes.length && seconds > 0 ? { seconds, from: 0, to: bytes.length } : null;
};
