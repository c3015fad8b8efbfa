// Owns what the sealed sheets of a counted poll are handed.
import type { Channel } from '#lib/domain/vote/channels.ts';
import type { ByColour, GateGroup } from '#lib/domain/vote/colours.ts';
import type { Rate } from '#lib/domain/vote/figures.ts';
import type { FrozenTerms } from '#lib/domain/vote/terms.ts';
import type { Gate } from '#lib/domain/vote/rules/rule.ts';

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
  readonly sittings: readonly {
    readonly id: string;
    readonly place: string;
    readonly day: string;
    readonly channel: Channel;
    readonly state: string;
    readonly call: string;
    readonly present: ByColour<number> | null;
    readonly cast: ByColour<number> | null;
    readonly disputes: number | null;
  }[];
};
