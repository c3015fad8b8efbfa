// Owns what is shown of one ballot of a consultation.
import type { PublishedView } from '#lib/domain/result/published.ts';
import type { PollKind } from '#lib/domain/vote/polls.ts';
import type { QuorumSettings } from '#lib/domain/vote/quorum.ts';

/** Declared void by two people; the reason is null while a discreet community keeps its next vote to itself. */
export type ShownVoid = { readonly reason: string | null };

export type ShownBallot = {
  readonly number: number;
  readonly kind: PollKind;
  readonly day: string | null;
  readonly voided: ShownVoid | null;
  readonly missed: 'first' | 'second' | null;
  readonly quorum: QuorumSettings;
  readonly result: {
    readonly view: PublishedView;
    readonly options: readonly { readonly id: string; readonly title: string }[];
    /** Why it took the place of a result published before. */
    readonly corrects: string | null;
    readonly hasMinutes: boolean;
  } | null;
};
