// Owns forgetting whom a radio could call about an event, when nobody has to call any more.
import { and, lt, ne, sql } from 'drizzle-orm';
import { addDays, dayOf } from '#lib/domain/event/day.ts';
import type { Context } from '../db/context.ts';
import { events } from '../db/schema/event.ts';

/** After the event; long enough to copy last month's. */
export const daysPhonesKept = 60;

/** @returns how many were forgotten. */
export const forgetPhones = ({ db, now }: Context): number =>
  db
    .update(events)
    .set({ phone: '' })
    .where(
      and(
        ne(events.phone, ''),
        lt(sql`coalesce(${events.endsAt}, ${events.startsAt})`, addDays(dayOf(now), -daysPhonesKept))
      )
    )
    .run().changes;
