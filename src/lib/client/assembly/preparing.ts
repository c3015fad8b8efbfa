// Owns how a phone is enrolled and takes its pack, with network and days before the assembly. It keeps nothing itself.
import { decline, type PackRefusal } from '#lib/domain/assembly/refusals.ts';
import { packIsOutdated, readPack, type Pack, type PackPart } from '#lib/domain/assembly/pack.ts';
import { refuse, ok, type Result } from '#lib/domain/shared/result.ts';
import { askPortal, memberOf, type Answered } from './ask-portal.ts';
import { sha256 } from './hash.ts';
import type { Setup } from './kept-keys.ts';

/** @param code as it is read from paper. */
export async function enrolPhone(lang: string, code: string, publicKey: string): Promise<Result<Setup>> {
  const asked = await askPortal(`/${lang}/assembly/devices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: code.replace(/\D/g, ''), publicKey })
  });
  if (!asked.ok) return asked;
  const { text, seen } = asked.value;
  const [device, token, role] = ['device', 'token', 'role'].map((name) => memberOf(text, name));
  if (asked.value.status !== 200 || !device || !token) return refuse(errorIn(asked.value));
  const portalKey = await keyOfPortal();
  return ok({
    device,
    token,
    role: role === 'second' ? 'second' : 'leading',
    pack: null,
    begun: false,
    seen,
    portalKey
  });
}

/** Asked for now, since later nobody could tell whose it is. */
async function keyOfPortal(): Promise<string | null> {
  const asked = await askPortal('/record-key.txt', {});
  const key = asked.ok && asked.value.status === 200 ? asked.value.text.trim() : '';
  return /^[0-9a-f]{64}$/.test(key) ? key : null;
}

/** @returns its text, once it is whole. */
export async function takePack(lang: string, { token, seen }: Setup): Promise<Result<string, PackRefusal | string>> {
  const asked = await askPortal(`/${lang}/assembly/pack`, { headers: { authorization: `Bearer ${token}` } }, seen);
  if (!asked.ok) return asked;
  const { status, text } = asked.value;
  if (status !== 200) return refuse(errorIn(asked.value));
  const pack = readPack(text, sha256);
  return pack.ok ? ok(text) : decline(pack.refusal.code);
}

/** Which parts of its pack are other at the portal now. None where it cannot be asked: whoever is under a tree goes on. */
export async function changedSince(lang: string, setup: Setup, taken: Pack): Promise<readonly PackPart[]> {
  const text = await takePack(lang, setup);
  const newest = text.ok ? readPack(text.value, sha256) : text;
  return newest.ok ? packIsOutdated(taken, newest.value) : [];
}

const errorIn = ({ text }: Answered): string => memberOf(text, 'error') ?? 'no-network';
