// Owns when an event may have been read on air: since it was announced, and not in the future. Refuses by the field at fault.
import { ok, refuse, type Result } from '../shared/result.ts';
import { dayOf, parseDay } from './day.ts';
import { parseHour } from './event-time.ts';

export type AiringRefusal = 'day-invalid' | 'hour-invalid' | 'aired-in-future' | 'aired-before-announced';

/** @param announcedAt of the event, UTC. @returns the moment, UTC, which is Mali's own time. */
export function readAiring(
  typed: { readonly day: string; readonly hour: string },
  announcedAt: string,
  now: Date
): Result<string, AiringRefusal> {
  const day = parseDay(typed.day);
  if (!day) return refuse('day-invalid', { field: 'day' });
  const hour = parseHour(typed.hour);
  if (!hour) return refuse('hour-invalid', { field: 'hour' });
  const at = `${day}T${hour}:00Z`;
  if (Date.parse(at) > now.getTime()) return refuse('aired-in-future', { field: day > dayOf(now) ? 'day' : 'hour' });
  // Clocks of studios are a little off, and an hour is typed without its seconds: the day alone is held against the announcement.
  if (day < announcedAt.slice(0, 10)) return refuse('aired-before-announced', { field: 'day' });
  return ok(at);
}
