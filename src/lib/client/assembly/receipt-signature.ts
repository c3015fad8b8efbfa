// Owns asking whether the portal itself signed a receipt, by the key that it showed when the phone was prepared. Browsers that do not
// know Ed25519 can not tell; the receipt keeps its signature for whoever checks it later.
import { fromHex } from '#lib/domain/shared/hex.ts';

/** @param key 32 bytes, as at `/record-key.txt`. @returns null where this browser can not tell. */
export async function isPortalsReceipt(key: string, receipt: string, signature: string): Promise<boolean | null> {
  let known: CryptoKey;
  try {
    known = await crypto.subtle.importKey('raw', fromHex(key), 'Ed25519', false, ['verify']);
  } catch {
    return null;
  }
  if (!/^[0-9a-f]{128}$/.test(signature)) return false;
  return crypto.subtle.verify('Ed25519', known, fromHex(signature), new TextEncoder().encode(receipt));
}
