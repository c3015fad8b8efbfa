// Owns when proposals are taken and examined, and how long their texts may be. It refuses both once the ballot is frozen.
import type { Stage } from '#lib/domain/community/consultation-stages.ts';

/** In characters: short enough to be read aloud to an assembly. */
export const longest = {
  title: 80,
  need: 1000,
  gainers: 300,
  place: 120,
  reason: 500,
  upkeepOwner: 120,
  beneficiaries: 300
} as const;

/** The desk may still enter one during the screening, for somebody who was away during the call. */
export const takesProposals = (stage: Stage | null, atDesk: boolean): boolean =>
  stage === 'proposing' || (atDesk && stage === 'screening');

/** Examining may begin while the call still runs: an answer that comes early lets people mend their proposal. */
export const takesScreening = (stage: Stage | null): boolean => stage === 'proposing' || stage === 'screening';
