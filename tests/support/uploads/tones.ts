// Owns sounds with something to hear: a tone of 440 Hz, made here, or recorded by a real browser and coded as phones do.
import { readFileSync } from 'node:fs';
import { ascii, join, le } from './bytes.ts';

export const hertz = 440;

/** Whole numbers of 16 bits, as voice recorders write them. */
export function toneWav(seconds: number, { rate = 16_000, channels = 1 } = {}): Buffer {
  const data = Buffer.alloc(seconds * rate * channels * 2);
  for (let at = 0; at < seconds * rate * channels; at++) {
    const moment = Math.floor(at / channels) / rate;
    data.writeInt16LE(Math.round(12_000 * Math.sin(2 * Math.PI * hertz * moment)), at * 2);
  }
  const frame = channels * 2;
  const format = join(le(16), le(1, 2), le(channels, 2), le(rate), le(rate * frame), le(frame, 2), le(16, 2));
  return join(ascii('RIFF'), le(36 + data.length), ascii('WAVEfmt '), format, ascii('data'), le(data.length), data);
}

const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/voices/${name}`, import.meta.url));

/** Three seconds of an oscillator through Chromium's own recorder, at 24 kbit/s. */
export const browserWebm = (): Buffer => fixture('browser.webm');

/** Three seconds of AAC: ffmpeg -f lavfi -i sine=frequency=440:duration=3 -ac 1 -ar 22050 -c:a aac -b:a 24k phone.m4a */
export const phoneM4a = (): Buffer => fixture('phone.m4a');
