// Owns how people voted where a phone held the sitting: by its box, or by hand with the count typed in. Sealed with the count, so that
// it is still known when what the phone handed in is wiped.
import type { PollId, SittingId } from '#lib/domain/shared/ids.ts';
import type { Channel } from '#lib/domain/vote/channels.ts';
import type { Portal } from '../db/portal.ts';
import { sealedResult } from './queries.ts';
import type { SealedCount } from './seal-result.ts';

/** @returns for each sitting that counts; the others voted as they were planned. */
export function votedBy(db: Portal, poll: PollId): ReadonlyMap<SittingId, Channel> {
  const result = sealedResult(db, poll);
  const { sittings = [] } = result ? (JSON.parse(result.sealed) as SealedCount) : {};
  return new Map(sittings.map(({ sitting, channel }) => [sitting, channel]));
}
