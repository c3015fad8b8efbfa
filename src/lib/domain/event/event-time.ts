// Owns when an event may take place: ahead of us, within a year, ending after it begins. Refuses by the field at fault.
import { ok, refuse, type Result } from '../shared/result.ts';
import { addDays, dayOf, parseDay } from './day.ts';

/** As typed: a day, an hour, and the hour of its end the same day, or nothing. */
export type TypedTime = { readonly day: string; readonly hour: string; readonly endHour?: string };

/** UTC to the second, which is Mali's own time. */
export type EventTime = { readonly startsAt: string; readonly endsAt: string | null };

export type TimeRefusal =
  'day-invalid' | 'hour-invalid' | 'event-in-past' | 'event-too-far' | 'event-ends-before-start';

export const mostDaysAhead = 366;

/** `16:30`, `16h30`, `16 h` or `16`. @returns `16:30`, or null where no clock shows it. */
export function parseHour(typed: string): string | null {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:\s*[:hH]\s*(\d{2})?)?$/.exec(typed.trim()) ?? [];
  if (!hour || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** @param now the moment at which somebody announces or moves the event. */
export function readEventTime(typed: TypedTime, now: Date): Result<EventTime, TimeRefusal> {
  const day = parseDay(typed.day);
  if (!day) return refuse('day-invalid', { field: 'day' });
  const hour = parseHour(typed.hour);
  if (!hour) return refuse('hour-invalid', { field: 'hour' });
  const today = dayOf(now);
  const startsAt = `${day}T${hour}:00Z`;
  if (day < today) return refuse('event-in-past', { field: 'day' });
  if (Date.parse(startsAt) < now.getTime()) return refuse('event-in-past', { field: 'hour' });
  if (day > addDays(today, mostDaysAhead)) return refuse('event-too-far', { field: 'day' });
  if (!typed.endHour?.trim()) return ok({ startsAt, endsAt: null });
  const end = parseHour(typed.endHour);
  if (!end) return refuse('hour-invalid', { field: 'endHour' });
  if (end <= hour) return refuse('event-ends-before-start', { field: 'endHour' });
  return ok({ startsAt, endsAt: `${day}T${end}:00Z` });
}

/** The end of a moved event: it lasts as long as it did. */
export function endAfterMove(before: EventTime, startsAt: string): string | null {
  if (!before.endsAt) return null;
  const lasts = Date.parse(before.endsAt) - Date.parse(before.startsAt);
  return `${new Date(Date.parse(startsAt) + lasts).toISOString().slice(0, 19)}Z`;
}

/** From the next day on there is nothing to move or to cancel. */
export const isOver = (event: Pick<EventTime, 'startsAt'>, now: Date): boolean =>
  event.startsAt.slice(0, 10) < dayOf(now);
