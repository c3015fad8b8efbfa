// Owns what an event's own page at the desk tells beside the event: whom radios call, which voices they can take, what was aired,
// who came, and what may be done. Never for the public.
import type { AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import type { StaffContext } from '../db/context.ts';
import { airingsOf } from '../broadcast/queries.ts';
import { deskVoices } from './event-media.ts';
import { headCountOf } from './head-counts.ts';
import { possibleActs } from './possible-acts.ts';
import { organiserPhones } from './queries.ts';

export function deskView(ctx: StaffContext, event: AnnouncedEvent) {
  const { db } = ctx;
  return {
    phone: organiserPhones(db, [event.id]).get(event.id) ?? '',
    voices: deskVoices(db, event.id),
    airings: airingsOf(db, [event.id]).get(event.id) ?? [],
    held: headCountOf(db, event.id),
    may: possibleActs(ctx, event)
  };
}
