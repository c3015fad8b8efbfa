// Owns how many sittings one vote may have.

/** A committee that cannot bring people together holds a few; more than these nobody could follow in one day. */
export const mostSittings = 4;
