// Owns which acts take two people, the right that both need, and for how long a first signature waits for the second.
import type { Action } from './permissions.ts';

/**
 * `hours`: after that the first signature is worth nothing. Short where people sit together and what was typed grows old,
 * two days where the second person may be in another village. An act that is built later is one more row.
 */
export const jointActs = {
  freeze: { asks: 'freeze', hours: 48 },
  'open-poll': { asks: 'open-poll', hours: 2 },
  'close-poll': { asks: 'close-poll', hours: 2 },
  'publish-result': { asks: 'publish-result', hours: 48 },
  'draw-lot': { asks: 'publish-result', hours: 48 },
  'casting-vote': { asks: 'publish-result', hours: 48 },
  'call-ballot': { asks: 'freeze', hours: 48 },
  'void-sitting': { asks: 'declare-void', hours: 48 },
  'void-poll': { asks: 'declare-void', hours: 48 },
  'enrol-device': { asks: 'sign-together', hours: 2 },
  supersede: { asks: 'supersede', hours: 48 },
  'cancel-consultation': { asks: 'cancel-consultation', hours: 48 },
  slip: { asks: 'reset-secret', hours: 48 },
  reset: { asks: 'reset-secret', hours: 48 },
  unlock: { asks: 'reset-secret', hours: 48 }
} as const satisfies Record<string, { readonly asks: Action; readonly hours: number }>;

export type JointAct = keyof typeof jointActs;

/** @param signedAt when the first person signed. */
export const expiryOf = (act: JointAct, signedAt: Date): Date =>
  new Date(signedAt.getTime() + jointActs[act].hours * 3_600_000);
