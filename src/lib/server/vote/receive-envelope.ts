// Owns taking in an envelope, from a phone or from a file: judged, kept with what was answered, and answered the same for ever. It
// never throws one away but the oldest of those that were refused.
import { eq } from 'drizzle-orm';
import { checkEnvelope } from '#lib/record/check-envelope.ts';
import { canonicalJson } from '#lib/domain/result/fingerprint.ts';
import type { Envelope } from '#lib/domain/assembly/envelope.ts';
import {
  entersCount,
  isReceived,
  judgeEnvelope,
  mostRefusedKept,
  type EnvelopeAnswer
} from '#lib/domain/assembly/judge-envelope.ts';
import { ok } from '#lib/domain/shared/result.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { sha256 } from '../audit/sha256.ts';
import { moment, type Context } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { envelopes } from '../db/schema/assembly.ts';
import { applyEnvelopes, type ApplyTools } from './apply-envelopes.ts';
import { envelopeFacts } from './envelope-facts.ts';
import { envelopeByHash, refusedEnvelopes } from './envelopes.ts';
import { readPhone } from './phone-sittings.ts';

/** Signs of one that is no envelope: enough to see what it was. */
const mostKept = 20_000;

export const receiptFormat = 'sigida-receipt-1';

/** `receipt` and `signature` are empty for one that was refused. */
export type Answered = { readonly answer: EnvelopeAnswer; readonly receipt: string; readonly signature: string };
/**
 * `signText`: with the key of the installation. `byFile`: somebody at the desk chose a file. What can not be read is then another
 * file, which they still have, and is not kept.
 */
export type EnvelopeTools = ApplyTools & { readonly signText: (text: string) => string; readonly byFile?: true };

/** @param bytes exactly as they came; of nothing at all nothing is kept. */
export async function receiveEnvelope(ctx: Context, tools: EnvelopeTools, bytes: Uint8Array): Promise<Answered> {
  const unreadable = { answer: 'refused-unreadable', receipt: '', signature: '' } as const;
  if (bytes.length === 0) return unreadable;
  const { envelope, ...checked } = await checkEnvelope(bytes, ({ device, sitting }) => {
    const phone = readPhone(ctx.db, device);
    return phone?.sitting === sitting ? phone.publicKey : null;
  });
  if (!envelope && tools.byFile) return unreadable;
  const text = new TextDecoder().decode(bytes);
  const done = inTransaction<Answered, never>(ctx.db, () => {
    const before = envelopeByHash(ctx.db, sha256(text));
    if (before) return ok(answeredOf(before));
    const answer = envelope ? judgeEnvelope(envelope, envelopeFacts(ctx.db, envelope, checked)) : 'refused-unreadable';
    if (!isReceived(answer)) return ok(keepRefused(ctx, text, envelope, answer));
    const kept = keep(ctx, tools, text, envelope, answer);
    if (envelope && entersCount(answer)) applyEnvelopes(ctx, tools, envelope.poll);
    return ok(kept);
  });
  if (!done.ok) throw new Error('Keeping an envelope can not be refused.');
  return done.value;
}

const answeredOf = ({ answer, receipt, signature }: Answered): Answered => ({ answer, receipt, signature });

const rowOf = ({ now }: Context, text: string, envelope: Envelope | null, answered: Answered) => ({
  text: text.slice(0, mostKept),
  sha256: sha256(text),
  poll: envelope?.poll ?? null,
  kind: envelope?.kind ?? null,
  sitting: envelope?.sitting ?? null,
  device: envelope?.device ?? null,
  at: moment(now),
  ...answered
});

function keep(
  ctx: Context,
  { signText }: EnvelopeTools,
  text: string,
  envelope: Envelope | null,
  answer: EnvelopeAnswer
): Answered {
  const { poll = '', kind = '', device = '' } = envelope ?? {};
  const receipt = canonicalJson({ format: receiptFormat, answer, envelope: sha256(text), poll, kind, device });
  const answered = { answer, receipt, signature: signText(receipt) };
  ctx.db
    .insert(envelopes)
    .values(rowOf(ctx, text, envelope, answered))
    .run();
  appendEntry(ctx, 'envelope-received', { subject: device, details: { answer, envelope: sha256(text) } });
  return answered;
}

/** Once each; the oldest make room. */
function keepRefused(ctx: Context, text: string, envelope: Envelope | null, answer: EnvelopeAnswer): Answered {
  const answered = { answer, receipt: '', signature: '' };
  const refused = refusedEnvelopes(ctx.db);
  const same = refused.find((row) => row.sha256 === sha256(text) && row.answer === answer);
  if (same) return answered;
  for (const { number } of refused.slice(0, Math.max(0, refused.length + 1 - mostRefusedKept)))
    ctx.db.delete(envelopes).where(eq(envelopes.number, number)).run();
  ctx.db
    .insert(envelopes)
    .values(rowOf(ctx, text, envelope, answered))
    .run();
  return answered;
}
