// Owns which projects may stand on a first ballot. It refuses a ballot that leaves a group or a proposal out unexplained.
import type { AccountId, ProposalId } from '#lib/domain/shared/ids.ts';
import type { Refusal } from '#lib/domain/shared/result.ts';
import { proposerGroups, type ProposerGroup } from '#lib/domain/proposal/proposer-groups.ts';
import { screeningProblems, type Screening } from '#lib/domain/proposal/screening.ts';

export const mostOptions = 5;
export const leastOptions = 3;

/** One proposal of the consultation, merged duplicates aside, with the public reason if it is left off. */
export type FreezeCandidate = {
  readonly id: ProposalId;
  /** Its own group and those of the duplicates that joined it. */
  readonly proposerGroups: readonly ProposerGroup[];
  readonly screening: Screening;
  readonly leftOff: { readonly reason: string; readonly by: readonly AccountId[] } | null;
};

export type FreezeQuestion = {
  readonly candidates: readonly FreezeCandidate[];
  readonly chosen: readonly ProposalId[];
  /** In F CFA. */
  readonly sumAvailable: number;
};

export type FreezeRefusal =
  | 'freeze-none-feasible'
  | 'freeze-too-few'
  | 'freeze-too-many'
  | 'freeze-option-twice'
  | 'freeze-not-feasible'
  | 'freeze-screening-incomplete'
  | 'freeze-reason-missing'
  | 'freeze-reason-needs-two'
  | 'freeze-none-by-women'
  | 'freeze-none-by-returned';

const refusal = (code: FreezeRefusal, more: Omit<Refusal, 'code'> = {}): Refusal<FreezeRefusal> => ({ code, ...more });

/** Where fewer than three are feasible, two may be chosen between and one alone is put to ratification. */
function countRefusals(feasible: number, chosen: number): Refusal<FreezeRefusal>[] {
  if (feasible === 0) return [refusal('freeze-none-feasible')];
  const least = Math.min(leastOptions, feasible);
  if (chosen < least) return [refusal('freeze-too-few', { detail: { needed: least } })];
  if (chosen > mostOptions) return [refusal('freeze-too-many', { detail: { most: mostOptions } })];
  return [];
}

function leftOffRefusals({ id, leftOff }: FreezeCandidate): Refusal<FreezeRefusal>[] {
  if (!leftOff?.reason.trim()) return [refusal('freeze-reason-missing', { field: id })];
  return new Set(leftOff.by).size < 2 ? [refusal('freeze-reason-needs-two', { field: id })] : [];
}

type Carrier = 'women' | 'returned';

const isCarriedBy = (flag: Carrier) => (candidate: FreezeCandidate) =>
  candidate.proposerGroups.some((group) => proposerGroups[group][flag]);

/** Everything that stands in the way; empty when the ballot may be frozen. A proposal's own refusals name it as field. */
export function whyCannotFreeze({ candidates, chosen, sumAvailable }: FreezeQuestion): Refusal<FreezeRefusal>[] {
  const feasible = candidates.filter(({ screening }) => screening.feasible === true);
  const options = feasible.filter(({ id }) => chosen.includes(id));
  const lacks = (flag: Carrier): boolean => feasible.some(isCarriedBy(flag)) && !options.some(isCarriedBy(flag));
  return [
    ...countRefusals(feasible.length, chosen.length),
    ...(new Set(chosen).size < chosen.length ? [refusal('freeze-option-twice')] : []),
    ...chosen
      .filter((id) => !feasible.some((candidate) => candidate.id === id))
      .map((id) => refusal('freeze-not-feasible', { field: id })),
    // Also those not chosen: a proposal nobody examined would be left off without a word.
    ...candidates
      .filter(({ screening }) => screeningProblems(screening, sumAvailable).length > 0)
      .map(({ id }) => refusal('freeze-screening-incomplete', { field: id })),
    ...feasible.filter(({ id }) => !chosen.includes(id)).flatMap(leftOffRefusals),
    ...(lacks('women') ? [refusal('freeze-none-by-women')] : []),
    ...(lacks('returned') ? [refusal('freeze-none-by-returned')] : [])
  ];
}
