// Owns what our own process makes of voices for radios: Opus out of WebM into Ogg, and samples into MP3. It decodes no coded sound.
import { opusSeconds } from '#lib/domain/media/voices/opus-seconds.ts';
import { packetsOf } from '#lib/domain/media/voices/webm-packets.ts';
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

/**
 * The packets stay as the recorder coded them. They are taken out by our own reader: the library's runs on without end over
 * some files that were damaged on purpose.
 */
export const webmToOgg: MakeRadioFile = async (bytes) => {
  const voice = packetsOf(bytes);
  if (!voice) return null;
  const bunny = await library();
  const sound = new bunny.EncodedAudioPacketSource('opus');
  const target = new bunny.BufferTarget();
  const output = new bunny.Output({ format: new bunny.OggOutputFormat(), target });
  output.addAudioTrack(sound);
  await output.start();
  const decoderConfig = {
    codec: 'opus',
    numberOfChannels: voice.channels,
    sampleRate: 48_000,
    description: voice.head
  };
  let seconds = 0;
  for (const packet of voice.packets) {
    const duration = opusSeconds(packet);
    if (duration === null) return null;
    if (seconds + duration > longestForRadio) break;
    await sound.add(new bunny.EncodedPacket(packet, 'key', seconds, duration), { decoderConfig });
    seconds += duration;
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
