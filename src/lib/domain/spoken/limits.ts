// Owns how light a recorded sentence is: phones take all of a language along, and who listens pays by the megabyte.

export const spoken = {
  /** Bits a second of the coded sound. */
  bits: 24_000,
  /** What a recorder is asked for, and a converter makes: below the limit, since coders give more to loud sounds. */
  asked: 20_000,
  /** Bytes of all sentences of one language together. */
  language: 1_500_000
} as const;

/**
 * Pages of Ogg around the sound are about a fortieth of it, and its two first ones a few hundred bytes whatever comes behind. A coder
 * that keeps to a rate on average goes over it for a word said loudly: a tenth more is let pass.
 */
const around = { share: 1.1, head: 1_000 } as const;

/** @param milliseconds that it lasts. */
export const isLight = (bytes: number, milliseconds: number): boolean =>
  bytes <= (spoken.bits / 8) * (milliseconds / 1000) * around.share + around.head;
