// Owns signed records for tests, of a poll whose figures are those of the numbered examples.
import type { Canonical } from '#lib/domain/result/fingerprint.ts';
import { publish, type PublishedView } from '#lib/domain/result/published.ts';
import { buildPublicRecord, type PublicRecord } from '#lib/domain/result/record.ts';
import type { PollKind } from '#lib/domain/vote/polls.ts';
import { sha256 } from '#lib/server/audit/sha256.ts';
import { recordSigner } from '#lib/server/result/signing.ts';
import { sealed, tallyOf } from './tallies.ts';

export const signer = recordSigner(new Uint8Array(32).fill(7));

/** Example 1: C wins with 26 of 40. */
export const example1 = publish(
  sealed(tallyOf([10, 10, 10, 10], { A: [10, 10, 3, 3], B: [6, 6, 6, 6], C: [9, 9, 4, 4] }))
);

const defaultTerms: Canonical = { thresholds: 'third' };

export const ballotOf = (ids: readonly string[], rule = 'accepted-by-all', terms = defaultTerms): Canonical => ({
  rule,
  terms,
  options: ids.map((id) => ({
    id,
    letter: id,
    title: `Forage à Gɔɔ, ${id} « eau »`,
    cost: 4_500_000,
    place: 'Kabara',
    upkeepOwner: null
  }))
});

export function recordOf(
  published: PublishedView = example1,
  ballot: Canonical = ballotOf(['A', 'B', 'C']),
  kind: PollKind = published.poll
): PublicRecord {
  return buildPublicRecord(sha256, {
    program: '0.1.0',
    community: { slug: 'kabara', name: 'Kabara', place: ['Tombouctou', 'Cercle de Tombouctou', 'Tombouctou'] },
    consultation: 1,
    poll: { id: '01J0000000000000000000000A', number: 1, kind },
    ballot,
    published,
    approvals: [{ act: 'publish-result', roles: ['committee', 'facilitator'] }],
    sealed: 'ab'.repeat(32),
    chainHead: 'cd'.repeat(32),
    publishedAt: '2026-07-05T16:30:00Z',
    supersedes: null
  });
}
