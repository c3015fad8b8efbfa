// Owns the key with which a phone signs its envelopes. It is made on the phone and cannot be taken out of it, not even by this
// program: a copy of the browser's storage signs on that phone's system only.
import { envelopeText, type Envelope, type SignedEnvelope } from '#lib/domain/assembly/envelope.ts';
import { signText } from '#lib/record/envelope-signature.ts';
import { toHex } from '#lib/domain/shared/hex.ts';

/** The browser keeps it as it is, in a database of its own: a key that cannot be exported can still be stored. */
export type DeviceKeys = CryptoKeyPair;

export const makeDeviceKeys = (): Promise<DeviceKeys> =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);

/** What the server is told at enrolment: the point, uncompressed, in hexadecimal. */
export async function publicKeyOf({ publicKey }: DeviceKeys): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));
}

export async function signEnvelope({ privateKey }: DeviceKeys, envelope: Envelope): Promise<SignedEnvelope> {
  return { envelope, signature: await signText(privateKey, envelopeText(envelope)) };
}
