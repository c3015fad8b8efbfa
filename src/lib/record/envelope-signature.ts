// Owns the signature under an envelope, the same in a browser and on the server: ECDSA on P-256 with SHA-256. It refuses the twin that
// every such signature has, so that one envelope has one spelling only.

import { fromHex, toHex } from '#lib/domain/shared/hex.ts';

/** The number of points of P-256. A signature with s and one with this minus s are both good, to whoever does not look. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** @param signature r and s, 128 hexadecimal digits. @returns the one of the twins that counts. */
export function lowerTwin(signature: string): string {
  const s = BigInt(`0x${signature.slice(64)}`);
  const lower = s > order / 2n ? order - s : s;
  return signature.slice(0, 64) + lower.toString(16).padStart(64, '0');
}

/** @returns r and s in lower-case hexadecimal. */
export async function signText(key: CryptoKey, text: string): Promise<string> {
  const signed = await crypto.subtle.sign(algorithm, key, new TextEncoder().encode(text));
  return lowerTwin(toHex(new Uint8Array(signed)));
}

type Signed = { readonly key: string; readonly signature: string; readonly text: string };

/** @param signed.key the point, uncompressed, in hexadecimal. False for whatever is no signature. */
export async function isSignedBy({ key, signature, text }: Signed): Promise<boolean> {
  if (!/^[0-9a-f]{128}$/.test(signature) || lowerTwin(signature) !== signature) return false;
  try {
    const imported = await crypto.subtle.importKey('raw', fromHex(key), algorithm, false, ['verify']);
    return await crypto.subtle.verify(algorithm, imported, fromHex(signature), new TextEncoder().encode(text));
  } catch {
    return false;
  }
}
