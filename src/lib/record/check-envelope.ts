// Owns reading an envelope as it comes in: the server does it, and the phone that adds a second one's sealed counts to its own.
import { envelopeText, readEnvelope, type Envelope } from '#lib/domain/assembly/envelope.ts';
import type { DeviceId } from '#lib/domain/shared/ids.ts';
import { isSignedBy } from './envelope-signature.ts';

/** `envelope` is null where it could not be read. A signature says nothing of a phone that nobody enrolled. */
export type CheckedEnvelope = {
  readonly envelope: Envelope | null;
  readonly device: 'known' | 'unknown';
  readonly signed: boolean;
};

/** Longer is no envelope: five projects and a long note take a tenth of it. */
const longest = 20_000;

/** @param keyOf the point of an enrolled phone in hexadecimal, null of any other. */
export async function checkEnvelope(
  bytes: Uint8Array,
  keyOf: (envelope: Envelope) => string | null
): Promise<CheckedEnvelope> {
  const read = readEnvelope(textOf(bytes));
  if (!read.ok) return { envelope: null, device: 'unknown', signed: false };
  const { envelope, signature } = read.value;
  const key = keyOf(envelope);
  if (key === null) return { envelope, device: 'unknown', signed: false };
  return { envelope, device: 'known', signed: await isSignedBy({ key, signature, text: envelopeText(envelope) }) };
}

/** A phone that was enrolled for one sitting says nothing about another. */
export const enrolledKeys =
  (keys: ReadonlyMap<DeviceId, { readonly sitting: string; readonly key: string }>) =>
  ({ device, sitting }: Envelope): string | null => {
    const enrolled = keys.get(device);
    return enrolled?.sitting === sitting ? enrolled.key : null;
  };

/** Empty where the bytes are no text: reading them anyway would put other signs in their place. */
function textOf(bytes: Uint8Array): string {
  if (bytes.length > longest) return '';
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return '';
  }
}
