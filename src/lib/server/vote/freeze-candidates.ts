// Owns which proposals stand before the two people who freeze: all that were not merged away, in the order they came.
import type { ConsultationId } from '#lib/domain/shared/ids.ts';
import type { Screening } from '#lib/domain/proposal/screening.ts';
import { canonicalJson } from '#lib/domain/result/fingerprint.ts';
import { sha256 } from '../audit/sha256.ts';
import type { Portal } from '../db/portal.ts';
import { queueOf, type Proposal } from '../proposal/queries.ts';

export type FreezeCandidateRow = Omit<Proposal, 'screening'> & { readonly screening: Screening };

const unanswered: Screening = {
  feasible: null,
  cost: null,
  land: null,
  upkeepOwner: '',
  beneficiaries: '',
  reason: '',
  withheld: false
};

export const freezeCandidates = (db: Portal, consultation: ConsultationId): readonly FreezeCandidateRow[] =>
  queueOf(db, consultation)
    .filter(({ state }) => state !== 'merged')
    .map((proposal) => ({ ...proposal, screening: proposal.screening ?? unanswered }))
    .sort((one, other) => one.number - other.number);

/** What a form was filled in against: another word once a proposal came, was screened anew or was merged. */
export const versionOf = (candidates: readonly FreezeCandidateRow[]): string =>
  sha256(
    canonicalJson(candidates.map(({ id, title, proposerGroups, screening }) => [id, title, proposerGroups, screening]))
  );
