// Owns what the desk offers this person to do with an event now. The services decide; what they would refuse is not offered.
import { can } from '#lib/domain/account/permissions.ts';
import type { AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import { isOver } from '#lib/domain/event/event-time.ts';
import { onAir } from '#lib/domain/event/sending.ts';
import { communitySubject } from '../community/queries.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { lastHider } from './hide-event.ts';
import { firstPersonOf } from './queries.ts';
import { unconfirmed } from './second-person.ts';

/** `by-another`: it waits, and for somebody else than whoever looks. */
export type ForSecond = 'now' | 'by-another' | null;

export type PossibleActs = {
  readonly announce: boolean;
  readonly correct: boolean;
  readonly change: boolean;
  readonly restore: boolean;
  readonly hide: boolean;
  readonly askAgain: boolean;
  readonly count: boolean;
  readonly send: ForSecond;
  readonly show: ForSecond;
  readonly confirm: ForSecond;
};

export function possibleActs(ctx: StaffContext, event: AnnouncedEvent): PossibleActs {
  const { id, cancelledAt, hidden, startsAt } = event;
  const me = ctx.actor.account;
  const draft = event.announcedAt === null;
  const over = isOver(event, ctx.now);
  const stands = !draft && !over && !cancelledAt;
  const air = onAir(event, ctx.now);
  const asks = stands && (air === 'waiting' || air === 'unconfirmed');
  const open = draft || over ? [] : unconfirmed(ctx, id);
  const second = (waits: boolean, first: boolean): ForSecond => (waits ? (first ? 'by-another' : 'now') : null);
  return {
    announce: draft && startsAt >= moment(ctx.now),
    correct: draft || (!over && !cancelledAt),
    change: stands,
    restore: !draft && !over && cancelledAt !== null,
    hide: !draft && !over && !hidden,
    askAgain: stands && air === 'held-back',
    count: !draft && !cancelledAt && startsAt <= moment(ctx.now) && mayCount(ctx, event),
    send: second(asks, asks && firstPersonOf(ctx.db, id)?.sendingAskedBy === me),
    show: second(!draft && !over && hidden, hidden && lastHider(ctx, id) === me),
    confirm: second(
      open.length > 0,
      open.every(({ by }) => by === me)
    )
  };
}

const mayCount = ({ db, actor }: StaffContext, { community }: AnnouncedEvent): boolean =>
  can(actor, 'record-head-count', communitySubject(db, community.id));
