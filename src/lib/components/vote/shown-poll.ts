// Owns what the parts of the desk's poll page are handed of a vote.
import type { Channel } from '#lib/domain/vote/channels.ts';
import type { ByColour } from '#lib/domain/vote/colours.ts';
import type { Mismatch } from '#lib/domain/vote/reconcile.ts';

export type ShownSitting = {
  readonly id: string;
  /** As addresses name it, from 1. */
  readonly number: number;
  readonly channel: Channel;
  readonly place: string;
  readonly day: string;
  readonly closesAt: string | null;
  readonly state: 'planned' | 'open' | 'in' | 'void';
  readonly printed: ByColour<number>;
  readonly read: number;
  /** Who came before; null where people are counted anew. */
  readonly before: ByColour<number> | null;
  readonly running: { readonly fewerThan: number } | { readonly atLeast: number } | null;
  readonly mayClose: boolean;
  readonly entered: number;
  readonly differed: boolean;
};

export type ShownOption = {
  readonly id: string;
  readonly letter: string;
  readonly title: string;
  readonly icon: string;
  readonly language: string;
};

export type ShownPoll = {
  readonly slug: string;
  readonly phase: string;
  readonly sittings: readonly ShownSitting[];
  readonly current: ShownSitting | null;
  readonly toCall: object | null;
  readonly isPublic: boolean;
  readonly counted: object | null;
};

export type ShownDifferences = readonly { readonly place: string; readonly found: readonly Mismatch[] }[];

/** `notes`: what was written under the tree, where people and ballots did not fit there. */
export type SaidByPhones = {
  readonly unlike: readonly { readonly told: string; readonly counted: string }[];
  readonly notes: readonly string[];
};

export type ShownObjection = {
  readonly heard: 'voice' | 'paper';
  readonly text: string;
  readonly language: string;
  readonly on: string;
  readonly answer: string | null;
  readonly outcome: 'answered' | 'upheld' | null;
};
