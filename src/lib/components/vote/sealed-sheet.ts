// Owns what the sealed sheets of a counted poll are handed.
import type { Channel } from '#lib/domain/vote/channels.ts';
import type { ByColour, GateGroup } from '#lib/domain/vote/colours.ts';
import type { Rate } from '#lib/domain/vote/figures.ts';
import type { FrozenTerms } from '#lib/domain/vote/terms.ts';
import type CountPhotos from '#lib/components/vote/CountPhotos.svelte';
import type MinutesNotes from '#lib/components/vote/MinutesNotes.svelte';
import type { ShownObjection } from '#lib/components/vote/shown-poll.ts';
import type { Gate, Rung } from '#lib/domain/vote/rules/rule.ts';
import type { ComponentProps } from 'svelte';

export type SealedSheet = {
  readonly fingerprint: string;
  readonly rule: string;
  readonly kind: string;
  readonly ballots: ByColour<number>;
  readonly uncoloured: number;
  readonly all: number;
  readonly outcome: string;
  readonly winner: string | null;
  readonly terms: FrozenTerms;
  /** By lot or by casting vote, as the terms say. */
  readonly settled: { readonly option: string; readonly note: string } | null;
  readonly note: string | null;
  readonly photos: ComponentProps<typeof CountPhotos>['photos'];
  readonly groups: readonly { readonly group: GateGroup; readonly ballots: number }[];
  readonly tooSmall: readonly GateGroup[];
  readonly options: readonly {
    readonly id: string;
    readonly letter: string;
    readonly title: string;
    readonly language: string;
    readonly yes: number;
    readonly byColour: ByColour<number>;
    readonly eligible: boolean;
    readonly gates: readonly Gate[];
    readonly rates: readonly Rate[];
  }[];
};

/** Other rules, ballots among the tied and ratifications ask nothing of each group. */
export const hasGates = ({ rule, kind }: Pick<SealedSheet, 'rule' | 'kind'>): boolean =>
  rule === 'accepted-by-all' && kind !== 'second-tie' && kind !== 'ratification';

export type SittingFigures = {
  readonly id: string;
  readonly place: string;
  readonly day: string;
  readonly channel: Channel;
  readonly state: string;
  readonly call: string;
  readonly present: ByColour<number> | null;
  readonly issued: ByColour<number> | null;
  readonly cast: ByColour<number> | null;
  readonly spoiled: ByColour<number> | null;
  readonly unused: ByColour<number> | null;
  readonly youth: number | null;
  readonly disability: number | null;
  readonly disputes: number | null;
  /** Null at other sittings. */
  readonly byPhone: {
    readonly votedBy: Channel;
    readonly recovered: boolean;
    readonly notes: readonly string[];
  } | null;
};

/** All that minutes have to say. */
export type FullSheet = SealedSheet & {
  /** Of the assembly, within its consultation. */
  readonly number: number;
  readonly sittings: readonly SittingFigures[];
  readonly rung: Rung | null;
  readonly proposed: readonly { readonly id: string; readonly cost: number; readonly groups: readonly string[] }[];
  readonly leftOff: readonly {
    readonly id: string;
    readonly title: string;
    readonly language: string;
    readonly reason: string;
  }[];
  readonly objections: readonly ShownObjection[];
  readonly notes: ComponentProps<typeof MinutesNotes>['notes'];
};
