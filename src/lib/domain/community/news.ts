// Owns what can be news of a community: acts that everybody may hear of, each with its moment. It words nothing.
import type { Day } from '#lib/domain/event/day.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';
import type { OptionId } from '#lib/domain/shared/ids.ts';
import type { Channel } from '#lib/domain/vote/channels.ts';
import type { PollKind } from '#lib/domain/vote/polls.ts';
import type { Call, QuorumSettings } from '#lib/domain/vote/quorum.ts';
import type { Stage } from './consultation-stages.ts';

/** Stages that no other item tells of. */
export const stagesInNews = [
  'proposing',
  'no-decision',
  'carrying-out',
  'completed',
  'cancelled'
] as const satisfies Stage[];

type NamedOption = { readonly id: OptionId; readonly letter: string; readonly title: string; readonly cost: number };
type OfPoll = { readonly poll: number; readonly pollKind: PollKind };
type Told = OfPoll & { readonly view: PublishedView; readonly options: readonly NamedOption[] };

export type News =
  | { readonly kind: 'stage'; readonly stage: Stage; readonly reason: string | null }
  | (OfPoll & { readonly kind: 'frozen'; readonly options: readonly NamedOption[] })
  | (OfPoll & {
      readonly kind: 'called';
      readonly sittings: readonly { readonly place: string; readonly day: Day; readonly channel: Channel }[];
    })
  | (OfPoll & { readonly kind: 'missed'; readonly call: Call; readonly quorum: QuorumSettings })
  | (Told & { readonly kind: 'result' })
  | (Told & { readonly kind: 'corrected'; readonly reason: string })
  | (OfPoll & { readonly kind: 'void'; readonly reason: string })
  | (OfPoll & { readonly kind: 'objection-answered'; readonly text: string; readonly answer: string });

export type NewsItem = News & {
  /** Stable, and without a language: the same item in each. */
  readonly id: string;
  /** Of the consultation. */
  readonly consultation: number;
  readonly at: string;
  /** Of its newest change. */
  readonly changedAt: string;
};
