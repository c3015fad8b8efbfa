// Owns what a feed of events says, worded by whoever asks for it. It knows no organiser's phone, and of a hidden event no hour.

export type EventFeed = {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  /** Addresses of the feed itself and of the page that it goes with, whole. */
  readonly self: string;
  readonly page: string;
  readonly words: { readonly changed: string; readonly announced: string; readonly none: string };
  /** Soonest first. */
  readonly events: readonly FeedEvent[];
};

type Area = { readonly code: string; readonly name: string };

export type FeedEvent = {
  readonly id: string;
  /** Grows with each change. */
  readonly sequence: number;
  readonly kind: { readonly code: string; readonly label: string };
  readonly standing: 'draft' | 'planned' | 'moved' | 'cancelled' | 'restored';
  /** What became of it stands on one person's word. */
  readonly isToConfirm: boolean;
  /** So does that it will be at all, or what became of it. */
  readonly isTentative: boolean;
  /** What became of it, each counted, and the moment of the last; nobody hears of a second person's yes alone. */
  readonly changes: number;
  readonly toldAt: string;
  /** The radio alone tells place and hour: both its moments are the day's first. */
  readonly isHidden: boolean;
  /** The title behind what became of the event, and both are in this language. */
  readonly headline: string;
  readonly title: string;
  readonly lang: string;
  /** Kind, moment and place in a sentence or two. */
  readonly said: string;
  /** In the feed's language, in the order in which they are told; what somebody wrote in another says so. */
  readonly lines: readonly string[];
  readonly place: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly community: { readonly slug: string; readonly name: string };
  readonly region: Area | null;
  readonly cercle: Area | null;
  readonly commune: Area | null;
  /** Degrees; null where the place is nobody's business. */
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  readonly announcedAt: string;
  readonly changedAt: string;
  readonly page: string;
};

/** The newest change first: what a reader has not heard of. */
export const newestChangeFirst = (events: readonly FeedEvent[]): readonly FeedEvent[] =>
  events.toSorted((one, other) => other.changedAt.localeCompare(one.changedAt) || one.id.localeCompare(other.id));
