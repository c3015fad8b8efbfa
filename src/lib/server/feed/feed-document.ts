// Owns what a feed says, whatever it is written as. It knows no format, and no word of any language.

export type FeedDocument = {
  /** Never changes, nor do those of its items; `urnOf` makes addresses of them. */
  readonly id: string;
  readonly title: string;
  /** What the feed is for, where its title does not say it all. */
  readonly about?: string;
  readonly lang: string;
  readonly updated: string;
  /** Addresses of the feed itself and of the page that it goes with, whole. */
  readonly self: string;
  readonly page: string;
  /** As readers shall show them. */
  readonly items: readonly FeedItem[];
};

export type FeedItem = {
  readonly id: string;
  /** How often it changed and when last, where readers that show nothing twice shall show it anew after each change. */
  readonly changes?: { readonly count: number; readonly at: string };
  readonly title: string;
  /** Plain text; lines are parted by `\n`. */
  readonly text: string;
  readonly lang: string;
  readonly published: string;
  readonly updated: string;
  readonly page: string;
  readonly categories: readonly Category[];
  readonly enclosure?: Enclosure;
};

/** A code that never changes, and its word in the feed's language. */
type Category = { readonly code: string; readonly label: string };

/** `bytes` of that very file. `seconds` are whole. */
export type Enclosure = {
  readonly url: string;
  readonly bytes: number;
  readonly type: string;
  readonly seconds: number;
};

export const urnOf = (id: string): string => `urn:x-sigida:${id}`;

/** Of a feed in which nothing stands: a moment that never moves, so that its bytes do not either. */
export const beforeAll = '2026-01-01T00:00:00Z';
