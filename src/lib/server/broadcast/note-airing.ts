// Owns what a station noted as read on air, and taking a note back. Refuses what its sheet does not hold, and notes of others.
import { and, eq, isNull } from 'drizzle-orm';
import { readAiring, type AiringRefusal } from '#lib/domain/event/airing.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { EventId, StationId } from '#lib/domain/shared/ids.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { airings, airingWithdrawals } from '../db/schema/broadcast.ts';
import { eventsForStation, findEvent } from '../event/queries.ts';
import type { Station } from '../station/queries.ts';

export type TypedAiring = { readonly event: string; readonly day: string; readonly hour: string };

/** The same moment noted twice is noted once. */
export function noteAiring(
  ctx: StaffContext,
  station: Station,
  typed: TypedAiring
): Result<null, AiringRefusal | 'event-unknown'> {
  return inTransaction(ctx.db, (): Result<null, AiringRefusal | 'event-unknown'> => {
    const event = heardEvent(ctx, station, typed.event);
    if (!event?.announcedAt) return refuse('event-unknown');
    const airedAt = readAiring(typed, event.announcedAt, ctx.now);
    if (!airedAt.ok) return airedAt;
    const noted = { event: event.id, station: station.id, airedAt: airedAt.value };
    if (!isNoted(ctx, noted))
      ctx.db
        .insert(airings)
        .values({ ...noted, at: moment(ctx.now), by: ctx.actor.account })
        .run();
    return ok(null);
  });
}

/** Of a station's own, by its number; twice is once. */
export function takeBackAiring(ctx: StaffContext, station: StationId, number: number): Result<null, 'airing-unknown'> {
  return inTransaction(ctx.db, (): Result<null, 'airing-unknown'> => {
    const own = and(eq(airings.number, number), eq(airings.station, station));
    if (!ctx.db.select({ number: airings.number }).from(airings).where(own).get()) return refuse('airing-unknown');
    ctx.db
      .insert(airingWithdrawals)
      .values({ airing: number, at: moment(ctx.now), by: ctx.actor.account })
      .onConflictDoNothing()
      .run();
    return ok(null);
  });
}

/** Told, and heard where the station broadcasts, whatever became of it since. */
function heardEvent({ db, now }: StaffContext, { areas }: Station, id: string) {
  const found = findEvent(db, id);
  if (!found) return null;
  const day = found.startsAt.slice(0, 10);
  return (
    eventsForStation(db, now, { heardIn: areas, from: day, to: day }).find((event) => event.id === found.id) ?? null
  );
}

const isNoted = (
  { db }: StaffContext,
  { event, station, airedAt }: { readonly event: EventId; readonly station: StationId; readonly airedAt: string }
): boolean =>
  db
    .select({ number: airings.number })
    .from(airings)
    .leftJoin(airingWithdrawals, eq(airingWithdrawals.airing, airings.number))
    .where(
      and(
        eq(airings.event, event),
        eq(airings.station, station),
        eq(airings.airedAt, airedAt),
        isNull(airingWithdrawals.airing)
      )
    )
    .get() !== undefined;
