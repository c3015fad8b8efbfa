// Owns sealing bytes so that nobody without the key reads, moves or changes them: AES-GCM, 12 random bytes of its own each time. What
// was sealed for one place opens at no other.
import { drawBytes } from './random.ts';

const ivBytes = 12;
const tagBytes = 16;
/** What sealing adds. */
export const sealBytes = ivBytes + tagBytes;

type Bytes = Uint8Array<ArrayBuffer>;

/** @param place what the bytes are and where they lie; whoever opens them has to name the same. */
export async function seal(key: CryptoKey, plain: Bytes, place: string): Promise<Bytes> {
  const iv = drawBytes(ivBytes);
  const additionalData = new TextEncoder().encode(place);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
  const bytes = new Uint8Array(ivBytes + sealed.byteLength);
  bytes.set(iv);
  bytes.set(new Uint8Array(sealed), ivBytes);
  return bytes;
}

/** @returns null where the key, the place or a single bit is another. */
export async function unseal(key: CryptoKey, bytes: Bytes, place: string): Promise<Bytes | null> {
  const [iv, additionalData] = [bytes.subarray(0, ivBytes), new TextEncoder().encode(place)];
  try {
    const algorithm = { name: 'AES-GCM', iv, additionalData };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, bytes.subarray(ivBytes)));
  } catch {
    return null;
  }
}
