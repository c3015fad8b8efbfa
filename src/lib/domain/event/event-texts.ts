// Owns how long the texts of an event may be: what a presenter says in one breath, and what a small screen holds.

/** In characters. */
export const longest = { title: 80, place: 100, about: 600, organiser: 80, reason: 200 } as const;
