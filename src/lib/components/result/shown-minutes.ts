// Owns what the minutes of a published poll are handed.
import type { JointAct } from '#lib/domain/account/joint-acts.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';
import type { Channel } from '#lib/domain/vote/channels.ts';
import type { ComponentProps } from 'svelte';
import type { PollKind } from '#lib/domain/vote/polls.ts';
import type { FrozenTerms } from '#lib/domain/vote/terms.ts';
import type { ShownVoid } from '#lib/components/result/shown-ballot.ts';
import type MinutesNotes from '#lib/components/vote/MinutesNotes.svelte';
import type { ShownObjection } from '#lib/components/vote/shown-poll.ts';

export type ShownMinutes = {
  readonly slug: string;
  readonly name: string;
  /** Under which its result stands, without the language. */
  readonly base: string;
  /** From the region down. */
  readonly where: readonly string[];
  /** Of the consultation. */
  readonly number: number;
  /** F CFA. */
  readonly sum: number;
  readonly ownShare: number;
  readonly sittings: readonly {
    readonly place: string;
    readonly day: string;
    readonly channel: Channel;
    readonly call: 'first' | 'second';
    readonly state: string;
  }[];
  readonly kind: PollKind;
  readonly reason: string | null;
  readonly voided: ShownVoid | null;
  readonly objections: readonly ShownObjection[];
  readonly options: readonly {
    readonly id: string;
    readonly letter: string;
    readonly title: string;
    readonly language: string;
    /** F CFA. */
    readonly cost: number;
    readonly upkeepOwner: string;
    readonly proposerGroups: readonly string[];
  }[];
  readonly leftOff: readonly {
    readonly id: string;
    readonly title: string;
    readonly language: string;
    readonly reason: string;
  }[];
  readonly standIns: readonly JointAct[];
  readonly rule: string;
  readonly terms: FrozenTerms;
  readonly notes: ComponentProps<typeof MinutesNotes>['notes'];
  readonly view: PublishedView;
  readonly fingerprint: string;
  readonly publishedAt: string;
  readonly auditHead: string | null;
};
