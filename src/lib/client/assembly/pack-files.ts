// Owns the pictures and voices of a pack on the phone. It refuses to keep one whose bytes are not exactly those that the pack names.
import { filesMissing, type Pack } from '#lib/domain/assembly/pack.ts';
import { toHex } from '#lib/domain/shared/hex.ts';
import { mediaCache } from './kept-program.ts';

type File = Pack['files'][number];

const digest = async (bytes: ArrayBuffer): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

/** What is not on the phone, or not whole: that goes, since it is of no use. */
export async function missingFiles(pack: Pack): Promise<Pack['files']> {
  const cache = await caches.open(mediaCache);
  const held = new Map<string, string>();
  for (const { address } of pack.files) {
    const kept = await cache.match(address);
    if (kept) held.set(address, await digest(await kept.arrayBuffer()));
  }
  const missing = filesMissing(pack, held);
  // A wrong one would be answered again instead of asking the portal.
  for (const { address } of missing) await cache.delete(address);
  return missing;
}

/** @param told bytes of this file so far. False where it did not come whole: what is there is asked for no second time. */
export async function takeFile({ address, sha256 }: File, told: (bytes: number) => void): Promise<boolean> {
  try {
    const answer = await fetch(address, { credentials: 'omit', cache: 'no-store' });
    if (!answer.ok || !answer.body) return false;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let taken = 0;
    const reader = answer.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      told((taken += part.value.length));
    }
    const bytes = await new Blob(parts).arrayBuffer();
    if ((await digest(bytes)) !== sha256) return false;
    const headers = { 'content-type': answer.headers.get('content-type') ?? '', 'content-length': String(taken) };
    await (await caches.open(mediaCache)).put(address, new Response(bytes, { headers }));
    return true;
  } catch {
    return false;
  }
}

/** For saying what is missing. */
export const isVoice = ({ address }: File): boolean => /\.(mp3|ogg|opus|m4a|wav)$/.test(address);
