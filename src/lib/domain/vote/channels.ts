// Owns the ways in which a sitting votes: who counts it, and whether people hand in tokens.

/** `byHand`: counted by people and entered twice; the others are counted by the program. `tokens`: handed out one each. */
export const channels = {
  cards: { byHand: false, tokens: true },
  /** A box on a phone under a tree; what it hands in may say that people counted by hand instead. */
  phone: { byHand: false, tokens: true },
  stones: { byHand: true, tokens: true },
  paper: { byHand: true, tokens: true },
  hands: { byHand: true, tokens: false }
} as const;

export type Channel = keyof typeof channels;
export type HandChannel = { [C in Channel]: (typeof channels)[C]['byHand'] extends true ? C : never }[Channel];

/** Where a phone broke under way. Raising hands needs an agreement that nobody asked for then. */
export const insteadOfPhone = ['stones', 'paper'] as const satisfies readonly HandChannel[];
export type InsteadOfPhone = (typeof insteadOfPhone)[number];

export const channelCodes = Object.keys(channels) as Channel[];
export const isByHand = (channel: Channel): channel is HandChannel => channels[channel].byHand;
