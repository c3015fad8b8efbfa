// Owns what our own process makes of voices for radios: Opus out of WebM into Ogg, and samples into MP3. It decodes no coded sound.
import { longestForRadio, radioSound } from '#lib/domain/media/radio-files.ts';

/** Null where the file is not what it should be. It may throw too: a library reads bytes that people sent. */
export type MakeRadioFile = (bytes: Uint8Array) => Promise<Uint8Array | null>;

/** Loaded when the first voice comes: most servers never see one. */
const library = () => import('mediabunny');

/** It must be told of its encoder once. */
async function loadWithEncoder() {
  const [bunny, { registerMp3Encoder }] = await Promise.all([library(), import('@mediabunny/mp3-encoder')]);
  registerMp3Encoder();
  return bunny;
}
let loaded: ReturnType<typeof loadWithEncoder> | null = null;
const libraryWithEncoder = () => (loaded ??= loadWithEncoder());

const bytesOf = (buffer: ArrayBuffer | null): Uint8Array | null => (buffer ? new Uint8Array(buffer) : null);

/** The packets stay as the recorder coded them; the first one begins the file. */
export const webmToOgg: MakeRadioFile = async (bytes) => {
  const bunny = await library();
  using input = new bunny.Input({ formats: [bunny.WEBM], source: new bunny.BufferSource(bytes) });
  const track = await input.getPrimaryAudioTrack();
  const decoderConfig = await track?.getDecoderConfig();
  if (!track || !decoderConfig || (await track.getCodec()) !== 'opus') return null;
  const sound = new bunny.EncodedAudioPacketSource('opus');
  const target = new bunny.BufferTarget();
  const output = new bunny.Output({ format: new bunny.OggOutputFormat(), target });
  output.addAudioTrack(sound);
  await output.start();
  let begin: number | null = null;
  for await (const packet of new bunny.EncodedPacketSink(track).packets()) {
    begin ??= packet.timestamp;
    const timestamp = packet.timestamp - begin;
    if (timestamp + packet.duration > longestForRadio) break;
    await sound.add(packet.clone({ timestamp }), { decoderConfig });
  }
  await output.finalize();
  return bytesOf(target.buffer);
};

/** The encoder works in a thread of its own, which ends with it: two minutes take a second. */
export const wavToMp3: MakeRadioFile = async (bytes) => {
  const bunny = await libraryWithEncoder();
  using input = new bunny.Input({ formats: [bunny.WAVE], source: new bunny.BufferSource(bytes) });
  const target = new bunny.BufferTarget();
  const conversion = await bunny.Conversion.init({
    input,
    output: new bunny.Output({ format: new bunny.Mp3OutputFormat({ xingHeader: false }), target }),
    audio: {
      codec: 'mp3',
      numberOfChannels: radioSound.channels,
      sampleRate: radioSound.rate,
      bitrate: radioSound.bits
    },
    trim: { end: longestForRadio },
    tags: {},
    showWarnings: false
  });
  if (!conversion.isValid) return null;
  await conversion.execute();
  return bytesOf(target.buffer);
};
