// Owns when an envelope is tried again, which receipt belongs to it, and when a phone's clock is so wrong that no network helps. It
// refuses a receipt of another envelope.
import { isReceived, type EnvelopeAnswer } from '#lib/domain/assembly/judge-envelope.ts';
import type { Sha256 } from '#lib/domain/audit/chain.ts';

const shortest = 5;
const longest = 60;

/** Seconds until the next try, while somebody looks at the screen. */
export const retryAfter = (failures: number): number => Math.min(longest, shortest * 2 ** Math.min(failures, 10));

const day = 86_400_000;

/**
 * A browser says the same of a missing network and of a certificate that is not valid yet. @param seen when the portal last said the
 * hour, by its own clock; both in milliseconds.
 */
export const clockIsWrong = (now: number, seen: number): boolean => now < seen - day || now > seen + 31 * day;

/** As the portal answers; `receipt` and `signature` only where it holds the envelope for good. */
export type HandedIn = { readonly answer: EnvelopeAnswer; readonly receipt?: string; readonly signature?: string };

/** @param envelope its whole text. @returns what the record keeps of it; null where it is none, or of another envelope. */
export function receiptFor(sha256: Sha256, envelope: string, handedIn: HandedIn): string | null {
  const { answer, receipt, signature } = handedIn;
  if (!isReceived(answer) || receipt === undefined || signature === undefined) return null;
  const names = member(receipt, 'format') === 'sigida-receipt-1' && member(receipt, 'envelope') === sha256(envelope);
  return names ? JSON.stringify({ receipt, signature }) : null;
}

/** Short enough to write by hand, long enough to find it at the desk. */
export const signsOf = (sha256: Sha256, kept: string): string =>
  sha256(member(kept, 'receipt') ?? kept)
    .slice(0, 6)
    .toUpperCase();

function member(text: string, name: string): string | null {
  try {
    const value = (JSON.parse(text) as Record<string, unknown> | null)?.[name];
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
