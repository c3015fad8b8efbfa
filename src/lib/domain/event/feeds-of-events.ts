// Owns under which endings the calendar can be subscribed to, and what each is to programs. Whoever writes them is the server.

/** `type`: what a page's head tells programs of; those without are for people and tables. */
export const feedsOfEvents = [
  { ending: 'ics', label: 'iCalendar', type: 'text/calendar' },
  { ending: 'rss', label: 'RSS', type: 'application/rss+xml' },
  { ending: 'atom', label: 'Atom', type: 'application/atom+xml' },
  { ending: 'json', label: 'JSON Feed', type: 'application/feed+json' },
  { ending: 'csv', label: 'CSV', type: null },
  { ending: 'txt', label: 'TXT', type: null }
] as const;
