// Owns handing in one envelope over the network. It calls it received only where the portal's receipt names this very envelope.
import { isReceived, type EnvelopeAnswer } from '#lib/domain/assembly/judge-envelope.ts';
import { receiptFor } from '#lib/domain/assembly/sending.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { askPortal, memberOf } from './ask-portal.ts';
import { sha256 } from './hash.ts';
import { isPortalsReceipt } from './receipt-signature.ts';

export type Portal = { readonly seen: number | null; readonly key: string | null };

/** `receipt`: null where the portal refused the envelope; it keeps that one as well. */
export type HandIn = { readonly answer: EnvelopeAnswer; readonly receipt: string | null };

/** @param portal what it said of itself when the phone was prepared. */
export async function handIn(lang: string, envelope: string, portal: Portal): Promise<Result<HandIn>> {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: envelope };
  const asked = await askPortal(`/${lang}/assembly/envelopes`, request, portal.seen);
  if (!asked.ok) return asked;
  const { text, status } = asked.value;
  const answer = memberOf(text, 'answer') as EnvelopeAnswer | null;
  if (!answer || (status !== 200 && status !== 409)) return refuse(memberOf(text, 'error') ?? 'no-network');
  if (!isReceived(answer)) return ok({ answer, receipt: null });
  const [receipt, signature] = [memberOf(text, 'receipt'), memberOf(text, 'signature')];
  if (!receipt || !signature) return refuse('receipt-unlike');
  const kept = receiptFor(sha256, envelope, { answer, receipt, signature });
  const forged = portal.key !== null && (await isPortalsReceipt(portal.key, receipt, signature)) === false;
  return kept && !forged ? ok({ answer, receipt: kept }) : refuse('receipt-unlike');
}
