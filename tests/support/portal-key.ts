// Owns a key of a portal's own kind, for tests that stand in its place.
import { sign, type KeyPairKeyObjectResult } from 'node:crypto';

/** The last 32 bytes of what stands around a key, in lower-case hexadecimal. */
export const portalKeyOf = ({ publicKey }: KeyPairKeyObjectResult): string =>
  publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');

export const signedByPortal = ({ privateKey }: KeyPairKeyObjectResult, text: string): string =>
  sign(null, Buffer.from(text), privateKey).toString('hex');
