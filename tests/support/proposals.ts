// Owns a consultation that takes proposals, with somebody of its committee who brings and answers them.
import type { ProposalId } from '#lib/domain/shared/ids.ts';
import type { ProposalInput } from '#lib/server/proposal/forms.ts';
import { findProposal } from '#lib/server/proposal/queries.ts';
import { receiveProposal } from '#lib/server/proposal/receive-proposal.ts';
import { testConsultation } from './consultation.ts';
import { testPortal } from './database.ts';

export const well: ProposalInput = {
  title: 'Un forage près de l’école',
  need: 'Les enfants marchent une heure pour l’eau.',
  gainers: 'Les élèves et les familles du quartier',
  place: 'Près de l’école',
  category: 'water',
  proposerGroup: 'women',
  language: 'fr'
};
export const yes = {
  feasible: true,
  reason: '',
  cost: 9_000_000,
  land: 'agreed',
  upkeepOwner: 'Comité de l’eau',
  beneficiaries: '600 personnes',
  withheld: false
} as const;
export const no = { ...yes, feasible: false, cost: null, land: null, reason: 'La nappe est trop profonde.' } as const;

export function proposingVillage(wanted?: Parameters<typeof testConsultation>[1]) {
  const db = testPortal();
  const made = testConsultation(db, wanted);
  const ctx = made.committee;
  const bring = (more: Partial<ProposalInput> = {}): ProposalId => {
    const received = receiveProposal(ctx, made.consultation, { ...well, ...more }, ctx.actor.account);
    if (!received.ok) throw new Error(received.refusal.code);
    return received.value;
  };
  const stateOf = (id: ProposalId) => findProposal(db, made.community, id)?.state;
  return { ...made, db, ctx, bring, stateOf };
}
