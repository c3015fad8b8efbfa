// Owns whom an event is for. A new audience is one entry here and its words: `audience.<code>`, `audience-call.<code>`.

/** Whoever announces an event picks one; the first is the usual one. */
export const audiences = ['everyone', 'women', 'men', 'youth', 'children', 'elders'] as const;

export type AudienceCode = (typeof audiences)[number];
