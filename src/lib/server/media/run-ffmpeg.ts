// Owns running the one program from outside that decodes what phones record. It reads one file, and may reach nothing else.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { voice } from '#lib/domain/media/limits.ts';
import { longestForRadio, radioSound } from '#lib/domain/media/radio-files.ts';
import type { RadioRefusal } from '#lib/domain/media/refusals.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';

const run = promisify(execFile);

/** Milliseconds. Two minutes of sound take about one second. */
const patience = 30_000;

/** No list of parts, no other file, no address: these could make it read what is not the sender's. */
const readOnly = ['-protocol_whitelist', 'file,pipe', '-format_whitelist', 'mov', '-codec_whitelist', 'aac,alac,opus'];
const bounded = ['-max_alloc', String(64 * 1024 * 1024), '-threads', '1'];

/** The sound alone, with nothing that the phone noted about itself and the place. */
const soundOnly = ['-map', '0:a:0', '-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact'];

const argumentsFor = (path: string): readonly string[] => [
  ...['-nostdin', '-hide_banner', '-v', 'error'],
  ...bounded,
  ...readOnly,
  ...['-f', 'mov', '-i', `file:${path}`],
  ...soundOnly,
  ...['-t', String(longestForRadio), '-ac', String(radioSound.channels), '-ar', String(radioSound.rate)],
  ...['-c:a', 'libmp3lame', '-b:a', String(radioSound.bits), '-threads', '1'],
  ...['-id3v2_version', '0', '-write_xing', '0', '-f', 'mp3', 'pipe:1']
];

/** Of our own surroundings it learns where programs are, and no secret. */
const surroundings = (): NodeJS.ProcessEnv => {
  const { PATH, SystemRoot } = process.env;
  return { ...(PATH !== undefined && { PATH }), ...(SystemRoot !== undefined && { SystemRoot }) };
};

const isMissing = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOENT' || thrown.code === 'EACCES');

/**
 * No shell, no file written: what it makes comes through a pipe, so that one who is killed leaves nothing behind.
 * @param tool its name or path; null where the installation does without. @param path of an M4A file. @param wait milliseconds.
 */
export async function m4aToMp3(
  tool: string | null,
  path: string,
  wait = patience
): Promise<Result<Uint8Array, RadioRefusal>> {
  if (tool === null) return refuse('radio-needs-ffmpeg');
  try {
    const { stdout } = await run(tool, argumentsFor(path), {
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
