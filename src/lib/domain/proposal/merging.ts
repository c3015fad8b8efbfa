// Owns which duplicate may join which proposal. It refuses chains, and texts that are withheld: joining publishes a title.
import type { ConsultationId, ProposalId } from '#lib/domain/shared/ids.ts';

export type Mergeable = {
  readonly id: ProposalId;
  readonly consultation: ConsultationId;
  /** Whether it has itself joined another. */
  readonly merged: boolean;
  /** How many have joined it. */
  readonly joined: number;
  /** Whether its text is withheld from visitors. */
  readonly withheld: boolean;
};

export type MergeRefusal =
  | 'merge-into-itself'
  | 'merge-other-consultation'
  | 'merge-already'
  | 'merge-into-merged'
  | 'merge-withheld'
  | 'merge-carries-others';

/** Null when `proposal` may join `into`. One that others have joined stays: the merge is made the other way round. */
export function whyCannotMerge(proposal: Mergeable, into: Mergeable): MergeRefusal | null {
  if (proposal.id === into.id) return 'merge-into-itself';
  if (proposal.consultation !== into.consultation) return 'merge-other-consultation';
  if (proposal.merged) return 'merge-already';
  if (into.merged) return 'merge-into-merged';
  if (proposal.withheld || into.withheld) return 'merge-withheld';
  return proposal.joined > 0 ? 'merge-carries-others' : null;
}
