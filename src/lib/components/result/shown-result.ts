// Owns what the page of a published result is handed.
import type { PublishedView } from '#lib/domain/result/published.ts';
import type { OptionMark } from '#lib/domain/vote/options.ts';
import type { PollKind } from '#lib/domain/vote/polls.ts';
import type { ShownVoid } from '#lib/components/result/shown-ballot.ts';
import type { ShownObjection } from '#lib/components/vote/shown-poll.ts';

export type ShownResult = {
  readonly slug: string;
  readonly name: string;
  /** Of the consultation. */
  readonly number: number;
  /** Under which its files stand, without the language. */
  readonly base: string;
  readonly kind: PollKind;
  readonly record: {
    readonly day: string;
    readonly place: string;
    readonly fingerprint: string;
    readonly reason: string | null;
  } | null;
  readonly options: readonly (Omit<OptionMark, 'icon'> & {
    readonly id: string;
    readonly icon: string;
    readonly title: string;
    readonly language: string;
    /** Address of the voice that names it. */
    readonly voice: string | undefined;
  })[];
  readonly objections: readonly (ShownObjection & { readonly number: number })[];
  readonly view: PublishedView;
  readonly voided: ShownVoid | null;
  /** Ballots of the same consultation that were published, the oldest first. */
  readonly before: readonly { readonly number: number; readonly kind: PollKind; readonly isVoid: boolean }[];
  readonly isOlder: boolean;
};
