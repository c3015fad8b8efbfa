// Owns whom an event is for. A new audience is one entry here and a message under `audience.<code>`.

export const audiences = ['everyone', 'women', 'men', 'youth', 'children', 'elders'] as const;
export type Audience = (typeof audiences)[number];
