// Owns hearing what a radio's player would hear: decoders that share no code with what made the file.
import CodecParser, { type CodecFrame, type OggPage } from 'codec-parser';
import { MPEGDecoder } from 'mpg123-decoder';
import { OpusDecoder } from 'opus-decoder';

export type Heard = {
  readonly seconds: number;
  /** Hertz of the tone, counted from where it crosses zero. */
  readonly tone: number;
  /** Root mean square, of 1. */
  readonly loudness: number;
  readonly complaints: number;
};

type Sound = { readonly samples: Float32Array; readonly rate: number; readonly complaints: number };

function describe({ samples, rate, complaints }: Sound): Heard {
  // The first and last fifth of a second fade in and out.
  const middle = samples.subarray(rate / 5, samples.length - rate / 5);
  let [crossings, power] = [0, 0];
  middle.forEach((sample, at) => {
    if (at > 0 && sample >= 0 && (middle[at - 1] ?? 0) < 0) crossings += 1;
    power += sample * sample;
  });
  return {
    seconds: samples.length / rate,
    tone: crossings / (middle.length / rate),
    loudness: Math.sqrt(power / middle.length),
    complaints
  };
}

export async function hearMp3(bytes: Uint8Array): Promise<Heard> {
  const decoder = new MPEGDecoder();
  await decoder.ready;
  const { channelData, sampleRate, errors } = decoder.decode(bytes);
  decoder.free();
  return describe({ samples: channelData[0] ?? new Float32Array(), rate: sampleRate, complaints: errors.length });
}

/** By its pages: what stands before the sound, and behind where the last page says that it ends, is not played (RFC 7845). */
export async function hearOgg(bytes: Uint8Array): Promise<Heard> {
  const pages = [...new CodecParser('application/ogg').parseAll(bytes)] as OggPage[];
  const frames: CodecFrame[] = pages.flatMap(({ codecFrames = [] }) => codecFrames);
  const header = frames[0]?.header;
  const preSkip = header && 'preSkip' in header ? Number(header.preSkip) : 0;
  const decoder = new OpusDecoder({ channels: 1 });
  await decoder.ready;
  const { channelData, errors } = decoder.decodeFrames(frames.map(({ data }) => data));
  decoder.free();
  const end = Number(pages.at(-1)?.absoluteGranulePosition ?? 0);
  return describe({
    samples: (channelData[0] ?? new Float32Array()).subarray(preSkip, end),
    rate: 48_000,
    complaints: errors.length
  });
}
