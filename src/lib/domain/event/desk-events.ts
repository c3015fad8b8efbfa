// Owns what a desk sees of an event in a list: what is known of it, which radios aired it, how many came.
import type { AnnouncedEvent } from './announced-event.ts';
import type { Range } from './head-count.ts';

export type DeskEvent = {
  readonly event: AnnouncedEvent;
  readonly airings: readonly { readonly station: { readonly name: string }; readonly airedAt: string }[];
  /** Null where nobody counted, or it did not take place. */
  readonly heads: Range | null;
  /** Whether this person works for the community where it takes place. */
  readonly serves: boolean;
};

export type DeskEvents = {
  /** Soonest first, drafts among them. */
  readonly coming: readonly DeskEvent[];
  /** Began in the last weeks, and nobody counted. */
  readonly toCount: readonly DeskEvent[];
  /** Latest first, without those to count; drafts whose day came while they lay there too. */
  readonly past: readonly DeskEvent[];
};
