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
  /** Derives a key of 32 bytes for one purpose; no two purposes share one. */
  readonly keyFor: (purpose: 'card-code' | 'phone-number' | 'sender-address') => Buffer;
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
    origin: env['ORIGIN'] ?? null,
    keyFor: (purpose) => Buffer.from(hkdfSync('sha256', secret, 'sigida', purpose, 32))
  };
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
