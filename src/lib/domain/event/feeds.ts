// Owns the names of the feeds of events, as addresses carry them. Other people's programs rely on these: none is ever changed.

/** What each is called by the programs that read it; `spots.rss` is the one with sound. */
export const eventFeeds = {
  'events.ics': 'iCalendar',
  'events.rss': 'RSS',
  'events.atom': 'Atom',
  'events.json': 'JSON Feed',
  'events.csv': 'CSV',
  'events.txt': 'TXT',
  'spots.rss': 'Podcast'
} as const;

export type EventFeed = keyof typeof eventFeeds;
export const eventFeedNames = Object.keys(eventFeeds) as EventFeed[];

/** Of those that are written of one list of events; the sound is made of recordings. */
export type EventFeedEnding = {
  [Name in EventFeed]: Name extends `events.${infer Ending}` ? Ending : never;
}[EventFeed];
