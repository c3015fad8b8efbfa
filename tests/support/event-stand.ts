// Owns events of a story's own village, in states that a story can not reach by waiting: announced by somebody else, begun, kept
// as a draft, cancelled.
import type { PCode } from '#lib/domain/shared/ids.ts';
import { announceEvent } from '#lib/server/event/announce-event.ts';
import { cancelEvent } from '#lib/server/event/cancel-event.ts';
import { match } from './event.ts';
import type { Village } from './factories.ts';
import { beside, must } from './hire.ts';
import type { Portal } from './server.ts';

export type EventStand = {
  /** Announced, and waits for anybody of the story to send it. */
  readonly waiting: string;
  readonly draft: string;
  readonly cancelled: string;
  /** Began yesterday; nobody counted. */
  readonly begun: string;
};

const days = (count: number): Date => new Date(Date.now() + count * 86_400_000);

/** All of them by a facilitator whom nobody else is. */
export const makeEvents = (portal: Pick<Portal, 'data'>, { id }: Pick<Village, 'id'>): Promise<EventStand> =>
  beside(portal, async ({ hire }) => {
    const { ctx } = await hire([{ role: 'facilitator', area: 'ML07' as PCode }]);
    const ahead = { ...match, day: days(7).toISOString().slice(0, 10) };
    const yesterday = { ...match, day: days(-1).toISOString().slice(0, 10) };
    const cancelled = must(announceEvent(ctx, id, ahead));
    must(cancelEvent(ctx, cancelled, { reason: 'Pluie' }));
    return {
      waiting: must(announceEvent(ctx, id, ahead)),
      draft: must(announceEvent(ctx, id, ahead, 'draft')),
      cancelled,
      begun: must(announceEvent({ ...ctx, now: days(-3) }, id, yesterday))
    };
  });
