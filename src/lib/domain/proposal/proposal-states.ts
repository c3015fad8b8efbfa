// Owns where a proposal stands and who may see it there. It refuses visitors whatever the committee has not answered yet.

export const proposalStates = ['waiting', 'feasible', 'not-feasible', 'merged'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** `feasible` is the last screening's answer, null before the first. A merged one no longer stands for itself. */
export function stateOf(proposal: { readonly merged: boolean; readonly feasible: boolean | null }): ProposalState {
  if (proposal.merged) return 'merged';
  if (proposal.feasible === null) return 'waiting';
  return proposal.feasible ? 'feasible' : 'not-feasible';
}

/** Both answers are public, since a no carries its reason; a merged one is told on the page of the one it joined. */
export const isPublic = (state: ProposalState): boolean => state === 'feasible' || state === 'not-feasible';
