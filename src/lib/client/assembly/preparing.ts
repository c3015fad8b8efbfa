// Owns how a phone is enrolled and takes its pack, with network and days before the assembly. It keeps nothing itself.
import { decline, type PackRefusal } from '#lib/domain/assembly/refusals.ts';
import { readPack } from '#lib/domain/assembly/pack.ts';
import { refuse, ok, type Result } from '#lib/domain/shared/result.ts';
import { sha256 } from './hash.ts';
import type { Setup } from './kept-keys.ts';

type Enrolled = Pick<Setup, 'device' | 'token' | 'role'>;

/** @param code as it is read from paper. */
export async function enrolPhone(lang: string, code: string, publicKey: string): Promise<Result<Enrolled>> {
  const asked = await ask(`/${lang}/assembly/devices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: code.replace(/\D/g, ''), publicKey })
  });
  return asked.ok ? ok(JSON.parse(asked.value) as Enrolled) : asked;
}

/** @returns its text, once it is whole. */
export async function takePack(lang: string, token: string): Promise<Result<string, PackRefusal | string>> {
  const asked = await ask(`/${lang}/assembly/pack`, { headers: { authorization: `Bearer ${token}` } });
  if (!asked.ok) return asked;
  const pack = readPack(asked.value, sha256);
  return pack.ok ? ok(asked.value) : decline(pack.refusal.code);
}

async function ask(address: string, request: RequestInit): Promise<Result<string>> {
  try {
    const answer = await fetch(address, { ...request, credentials: 'omit', cache: 'no-store' });
    const text = await answer.text();
    return answer.ok ? ok(text) : refuse((JSON.parse(text) as { error: string }).error);
  } catch {
    return refuse('no-network');
  }
}
