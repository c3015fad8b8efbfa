// Owns the contract of a counting rule and what a count can end in. A rule in use is never edited: a correction is a new id.
import type { OptionId } from '#lib/domain/shared/ids.ts';
import type { GateGroup } from '#lib/domain/vote/colours.ts';
import type { Figures } from '#lib/domain/vote/figures.ts';
import type { Tally } from '#lib/domain/vote/tally.ts';

/** How one group received one option: the page explains an outcome with these. */
export type Gate<Group extends string = GateGroup> = {
  readonly group: Group;
  readonly yes: number;
  readonly ballots: number;
  readonly passes: boolean;
};

export type OptionFigures<Group extends string = GateGroup> = {
  readonly id: OptionId;
  readonly yes: number;
  readonly eligible: boolean;
  readonly gates: readonly Gate<Group>[];
};

/** How people themselves settle a second tie: by a lot drawn by hand, or by the casting vote that they agreed on before. */
export const lastRungs = ['lot', 'casting-vote'] as const;
export type LastRung = (typeof lastRungs)[number];

/** What settled the first place. The last ones are never a rule's own answer. */
export type Rung = 'most-yes' | 'lowest-rate' | 'leximin' | LastRung;

/** Lists of options are sets: they keep the tally's order and mean nothing by it. */
export type Verdict =
  | { readonly kind: 'no-ballots' }
  | { readonly kind: 'none-eligible'; readonly secondBallot: readonly OptionId[] }
  | { readonly kind: 'winner'; readonly winner: OptionId; readonly rung: Rung; readonly ratification: boolean }
  | { readonly kind: 'tie'; readonly tied: readonly OptionId[]; readonly secondBallot: readonly OptionId[] };

export type Outcome<Group extends string = GateGroup> = Verdict & {
  readonly ballots: number;
  readonly options: readonly OptionFigures<Group>[];
};

export type CountingRule = {
  readonly id: string;
  /** Whether a voter may say yes to several options or marks one. */
  readonly marks: 'many' | 'one';
  /** Whether "accepted by every group" may be told of an option: one mark says what is preferred, not what is accepted. */
  readonly tellsAcceptance: boolean;
  /** Message codes under `reason.` for a plain win and for nothing eligible. */
  readonly reasons: { readonly winner: string; readonly noneEligible: string };
  /** By the colours of the communities. */
  decide(tally: Tally): Outcome;
  /** By any groups. */
  decideBy<Group extends string>(figures: Figures<Group>): Outcome<Group>;
};
