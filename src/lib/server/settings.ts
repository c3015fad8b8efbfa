// Owns what the program is told from outside: data folder, address, secret. Refuses to guess what production needs.
import { hkdfSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Settings = {
  readonly data: string;
  readonly origin: string | null;
  readonly demonstration: boolean;
  /** Whether each request leaves a line in the log. Errors always do. */
  readonly logs: boolean;
  /** Bytes that pictures and voices leave free on the disk: the databases need room to write. */
  readonly leastFree: number;
  /** The folder of the hourly backups, or null where none are made by themselves. */
  readonly backups: string | null;
  /** The program that decodes what phones record, by name or path; null where the installation does without. */
  readonly ffmpeg: string | null;
  /** Reference of the project that pays, as minutes name it; '' for none. */
  readonly project: string;
  /** Derives a key of 32 bytes for one purpose; no two purposes share one. */
  readonly keyFor: (
    purpose:
      | 'card-code'
      | 'phone-number'
      | 'sender-address'
      | 'slip-code'
      | 'pairing-code'
      | 'second-factor'
      | 'secret-check'
      | 'record-signing'
  ) => Buffer;
};

type Environment = Readonly<Record<string, string | undefined>>;

export const demonstrationSecretFile = (data: string): string => join(data, 'demo-secret');

/** @throws with one plain sentence on what is missing. */
export function readSettings(env: Environment = process.env): Settings {
  const data = resolve(env['SIGIDA_DATA'] ?? 'data');
  const demonstration = env['SIGIDA_DEMONSTRATION'] === '1';
  const secret = readSecret(env, data, demonstration);
  return {
    data,
    demonstration,
    logs: env['SIGIDA_LOG'] ? env['SIGIDA_LOG'] === '1' : !demonstration,
    leastFree: readMegabytes(env, 'SIGIDA_LEAST_FREE', 200),
    backups: readBackups(env, data, demonstration),
    ffmpeg: readTool(env),
    origin: env['ORIGIN'] ?? null,
    project: readProject(env),
    keyFor: (purpose) => Buffer.from(hkdfSync('sha256', secret, 'sigida', purpose, 32))
  };
}

/** Looked for among the programs of the machine, unless a path is given. Whether it is there shows when it is needed. */
function readTool(env: Environment): string | null {
  const told = env['SIGIDA_FFMPEG'] || 'ffmpeg';
  return told === 'off' ? null : told;
}

/** It stands on minutes of one page. */
const longestProject = 60;

function readProject(env: Environment): string {
  const project = env['SIGIDA_PROJECT']?.trim() ?? '';
  if (project.length <= longestProject) return project;
  throw new Error(`SIGIDA_PROJECT must have at most ${longestProject} characters.`);
}

function readMegabytes(env: Environment, name: string, usual: number): number {
  const megabytes = Number(env[name] || usual);
  if (Number.isFinite(megabytes) && megabytes >= 0) return megabytes * 1024 * 1024;
  throw new Error(`${name} must be a number of megabytes, not "${env[name]}".`);
}

/** A demonstration holds nothing that somebody would miss. */
export function readBackups(env: Environment, data: string, demonstration: boolean): string | null {
  const told = env['SIGIDA_BACKUPS'] ?? (demonstration ? 'off' : join(data, 'backups'));
  return told === 'off' ? null : resolve(told);
}

function readSecret(env: Environment, data: string, demonstration: boolean): string {
  const file = demonstration
    ? demonstrationSecretFile(data)
    : (env['SIGIDA_SECRET_FILE'] ?? join(env['CREDENTIALS_DIRECTORY'] ?? '', 'sigida-secret'));
  const secret = env['SIGIDA_SECRET'] ?? (existsSync(file) ? readFileSync(file, 'utf8').trim() : '');
  if (secret.length >= 32) return secret;
  throw new Error(
    'No secret: give at least 32 random characters as SIGIDA_SECRET, or the path of a file with them as SIGIDA_SECRET_FILE.'
  );
}
