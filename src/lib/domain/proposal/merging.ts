// Owns which duplicate may join which proposal. It refuses chains, where nobody could tell any more who carried what.
import type { ConsultationId, ProposalId } from '#lib/domain/shared/ids.ts';

export type Mergeable = {
  readonly id: ProposalId;
  readonly consultation: ConsultationId;
  /** Whether it has itself joined another. */
  readonly merged: boolean;
  /** How many have joined it. */
  readonly joined: number;
};

export type MergeRefusal =
  'merge-into-itself' | 'merge-other-consultation' | 'merge-already' | 'merge-into-merged' | 'merge-carries-others';

/** Null when `proposal` may join `into`. One that others have joined stays: the merge is made the other way round. */
export function whyCannotMerge(proposal: Mergeable, into: Mergeable): MergeRefusal | null {
  if (proposal.id === into.id) return 'merge-into-itself';
  if (proposal.consultation !== into.consultation) return 'merge-other-consultation';
  if (proposal.merged) return 'merge-already';
  if (into.merged) return 'merge-into-merged';
  return proposal.joined > 0 ? 'merge-carries-others' : null;
}
