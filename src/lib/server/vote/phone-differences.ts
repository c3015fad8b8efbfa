// Owns where a phone and the portal do not say the same; for the desk only, and never told in public.
import type { EnvelopeAnswer } from '#lib/domain/assembly/judge-envelope.ts';
import type { Portal } from '../db/portal.ts';
import { countedAt } from './envelopes.ts';
import { sealedResult, type Poll } from './queries.ts';

export type PhoneDifference = { readonly told: string; readonly counted: string };

/** What phones announced under the tree, where it is not the result that the portal counted. */
export function phoneDifferences(db: Portal, poll: Poll): readonly PhoneDifference[] {
  const counted = sealedResult(db, poll.id)?.fingerprint;
  if (counted === undefined) return [];
  return poll.sittings
    .filter(({ channel }) => channel === 'phone')
    .flatMap(({ id }) => countedAt(db, id))
    .flatMap(({ envelope: { told } }) => (told === null || told === counted ? [] : [{ told, counted }]));
}

/** Received, and not part of any count: something does not fit, or two people are to decide. */
export const standsApart = (row: { readonly answer: EnvelopeAnswer; readonly countsAt: string | null }): boolean =>
  row.countsAt === null && !row.answer.startsWith('refused-');
