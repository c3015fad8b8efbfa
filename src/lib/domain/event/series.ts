// Owns events that repeat: the same day and hour, week after week. Each is an event of its own, which can be moved alone.
import { addDays, type Day } from './day.ts';

/** A spot that runs longer than half a year is announced again, by somebody who knows that it still holds. */
export const mostWeeks = 26;

/** @param weeks how many events, 1 for one that does not repeat. */
export const weeklyDays = (first: Day, weeks: number): readonly Day[] =>
  Array.from({ length: weeks }, (_, week) => addDays(first, week * 7));

/** The same weekday again, a week after it at the earliest, and ahead of us. @param startsAt of the earlier one. */
export function sameWeekdayAhead(startsAt: string, now: Date): Day {
  const [day, hour] = [startsAt.slice(0, 10), startsAt.slice(10)];
  const weeks = Math.floor((now.getTime() - Date.parse(startsAt)) / (7 * 86_400_000));
  const found = addDays(day, 7 * Math.max(1, weeks + 1));
  return Date.parse(`${found}${hour}`) > now.getTime() ? found : addDays(found, 7);
}
