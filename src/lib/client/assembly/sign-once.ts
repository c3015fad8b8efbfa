// Owns that the same counts are signed once: no two signatures of this kind are alike, and the portal would take the second one for
// another envelope.
import { envelopeText, writeEnvelope, type Envelope } from '#lib/domain/assembly/envelope.ts';
import type { AssemblyState } from '#lib/domain/assembly/state.ts';
import { signEnvelope, type DeviceKeys } from './device-keys.ts';
import { sha256 } from './hash.ts';

type Signatures = AssemblyState['signatures'];

/** @param before of the phone's record. @returns the texts to send, and what the record has to keep. */
export async function signOnce(keys: DeviceKeys, envelopes: readonly Envelope[], before: Signatures) {
  const signed = await Promise.all(
    envelopes.map(async (envelope) => {
      const of = sha256(envelopeText(envelope));
      const signature = before[of] ?? (await signEnvelope(keys, envelope)).signature;
      return { of, signature, text: writeEnvelope({ envelope, signature }) };
    })
  );
  const signatures: Signatures = Object.fromEntries(signed.map(({ of, signature }) => [of, signature]));
  return { texts: signed.map(({ text }) => text), signatures };
}
