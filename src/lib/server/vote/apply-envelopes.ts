// Owns what received envelopes do to a vote.
import type { PollId } from '#lib/domain/shared/ids.ts';
import type { Context } from '../db/context.ts';
import type { BallotBox } from './ballot-box.ts';

export type ApplyTools = { readonly box: BallotBox };

/** Call inside a transaction. @param poll of the pack. */
export function applyEnvelopes(_ctx: Context, _tools: ApplyTools, _poll: PollId): void {
  // Filled in with the count.
}
