// Owns running the one program from outside that decodes what phones record. It reads one file, and may reach nothing else.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { voice } from '#lib/domain/media/limits.ts';
import type { VoiceEnding } from '#lib/domain/media/media-kinds.ts';
import { longestForRadio, radioSound } from '#lib/domain/media/radio-files.ts';
import type { RadioRefusal } from '#lib/domain/media/refusals.ts';
import { spoken } from '#lib/domain/spoken/limits.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';

const run = promisify(execFile);

/** Milliseconds. Two minutes of sound take about one second. */
const patience = 30_000;

/** By ending: what it may take the file for, and which decoders it may use. */
const readable = {
  m4a: { format: 'mov', codecs: 'aac,alac,opus' },
  mp3: { format: 'mp3', codecs: 'mp3,mp3float' },
  wav: { format: 'wav', codecs: 'pcm_u8,pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le,pcm_f64le' },
  ogg: { format: 'ogg', codecs: 'opus,libopus' },
  webm: { format: 'matroska', codecs: 'opus,libopus' }
} as const satisfies Record<VoiceEnding, { format: string; codecs: string }>;

/** No list of parts, no other file, no address: these could make it read what is not the sender's. */
const readOnly = (ending: VoiceEnding): readonly string[] => [
  ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', readable[ending].format],
  ...['-codec_whitelist', readable[ending].codecs, '-f', readable[ending].format]
];
const bounded = ['-max_alloc', String(64 * 1024 * 1024), '-threads', '1'];

/** The sound alone, with nothing that the phone noted about itself and the place. */
const soundOnly = ['-map', '0:a:0', '-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact'];

const argumentsFor = (path: string, ending: VoiceEnding, made: readonly string[]): readonly string[] => [
  ...['-nostdin', '-hide_banner', '-v', 'error'],
  ...bounded,
  ...readOnly(ending),
  ...['-i', `file:${path}`],
  ...soundOnly,
  ...['-t', String(longestForRadio), '-threads', '1'],
  ...made,
  'pipe:1'
];

const mp3ForRadio: readonly string[] = [
  ...['-ac', String(radioSound.channels), '-ar', String(radioSound.rate)],
  ...['-c:a', 'libmp3lame', '-b:a', String(radioSound.bits)],
  ...['-id3v2_version', '0', '-write_xing', '0', '-f', 'mp3']
];

const opusForPhones: readonly string[] = [
  ...['-ac', '1', '-ar', '48000'],
  ...['-c:a', 'libopus', '-b:a', String(spoken.asked), '-application', 'voip', '-f', 'ogg']
];

/** Of our own surroundings it learns where programs are, and no secret. */
const surroundings = (): NodeJS.ProcessEnv => {
  const { PATH, SystemRoot } = process.env;
  return { ...(PATH !== undefined && { PATH }), ...(SystemRoot !== undefined && { SystemRoot }) };
};

const isMissing = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOENT' || thrown.code === 'EACCES');

/** @param path of an M4A file. @param wait milliseconds. */
export const m4aToMp3 = (
  tool: string | null,
  path: string,
  wait = patience
): Promise<Result<Uint8Array, RadioRefusal>> => runOn(tool, argumentsFor(path, 'm4a', mp3ForRadio), wait);

/** @param path of a voice that ends so. */
export const voiceToOpus = (
  tool: string | null,
  path: string,
  ending: VoiceEnding
): Promise<Result<Uint8Array, RadioRefusal>> => runOn(tool, argumentsFor(path, ending, opusForPhones), patience);

/**
 * No shell, no file written: what it makes comes through a pipe, so that one who is killed leaves nothing behind.
 * @param tool its name or path; null where the installation does without.
 */
async function runOn(
  tool: string | null,
  args: readonly string[],
  wait: number
): Promise<Result<Uint8Array, RadioRefusal>> {
  if (tool === null) return refuse('radio-needs-ffmpeg');
  try {
    const { stdout } = await run(tool, args, {
      encoding: 'buffer',
      env: surroundings(),
      timeout: wait,
      killSignal: 'SIGKILL',
      maxBuffer: voice.heaviest,
      windowsHide: true
    });
    return ok(stdout);
  } catch (thrown) {
    return refuse(isMissing(thrown) ? 'radio-needs-ffmpeg' : 'radio-broken');
  }
}
