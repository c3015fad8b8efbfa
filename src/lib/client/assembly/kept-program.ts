// Owns under which names a phone's caches keep the program, the pictures and voices of a pack, and the sign that a vote is held: while
// it is there, no newer program takes the place of the one that the vote was prepared with.

/** The program, one cache for each build. */
export const programCaches = 'sigida-assembly-program-';
/** Pictures and voices of the pack. */
export const mediaCache = 'sigida-assembly-media';
/** Names the program that the vote was prepared with. */
export const heldCache = 'sigida-assembly-held';
export const heldEntry = '/assembly-held';

/** What the page asks of the worker that stands between it and the network; a page that is read, what came of asking for it anew. */
export type Asked = { readonly do: 'take-over' | 'hold' | 'tell' };
