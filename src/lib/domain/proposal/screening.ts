// Owns when a proposal has been examined to the end. It refuses a yes with a gap in it and a no without a public reason.
import type { Refusal } from '#lib/domain/shared/result.ts';

export type LandState = 'agreed' | 'none-needed' | 'not-agreed';

/** Empty text and `null` stand for what is not written yet. */
export type Screening = {
  readonly feasible: boolean | null;
  /** In whole F CFA. */
  readonly cost: number | null;
  readonly land: LandState | null;
  readonly upkeepOwner: string;
  readonly beneficiaries: string;
  readonly reason: string;
  /** Not shown to visitors: it insults, names somebody or puts somebody in danger. The reason still is. */
  readonly withheld: boolean;
};

export type ScreeningRefusal =
  | 'screening-feasible-missing'
  | 'screening-reason-missing'
  | 'screening-cost-missing'
  | 'screening-cost-above-sum'
  | 'screening-land-missing'
  | 'screening-land-not-agreed'
  | 'screening-upkeep-missing'
  | 'screening-beneficiaries-missing'
  | 'screening-withheld-feasible';

type Problem = Refusal<ScreeningRefusal> & { readonly field: keyof Screening };

function costProblems(cost: number | null, sumAvailable: number): Problem[] {
  if (cost === null || !Number.isSafeInteger(cost) || cost <= 0)
    return [{ code: 'screening-cost-missing', field: 'cost' }];
  return cost > sumAvailable
    ? [{ code: 'screening-cost-above-sum', field: 'cost', detail: { cost, sum: sumAvailable } }]
    : [];
}

function landProblems(land: LandState | null): Problem[] {
  switch (land) {
    case null:
      return [{ code: 'screening-land-missing', field: 'land' }];
    case 'not-agreed':
      return [{ code: 'screening-land-not-agreed', field: 'land' }];
    case 'agreed':
    case 'none-needed':
      return [];
  }
}

const missing = (text: string, code: ScreeningRefusal, field: keyof Screening): Problem[] =>
  text.trim() ? [] : [{ code, field }];

/** What people vote on is read by all of them. */
const withheldProblems = (withheld: boolean): Problem[] =>
  withheld ? [{ code: 'screening-withheld-feasible', field: 'withheld' }] : [];

/** Every gap by field; empty when the answer, yes or no, may be made public. `sumAvailable` is in F CFA. */
export function screeningProblems(screening: Screening, sumAvailable: number): Problem[] {
  switch (screening.feasible) {
    case null:
      return [{ code: 'screening-feasible-missing', field: 'feasible' }];
    case false:
      return missing(screening.reason, 'screening-reason-missing', 'reason');
    case true:
      return [
        ...costProblems(screening.cost, sumAvailable),
        ...landProblems(screening.land),
        ...missing(screening.upkeepOwner, 'screening-upkeep-missing', 'upkeepOwner'),
        ...missing(screening.beneficiaries, 'screening-beneficiaries-missing', 'beneficiaries'),
        ...withheldProblems(screening.withheld)
      ];
  }
}
