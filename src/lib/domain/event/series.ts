// Owns events that repeat: the same day and hour, week after week. Each is an event of its own, which can be moved alone.
import { addDays, type Day } from './day.ts';

/** A spot that runs longer than half a year is announced again, by somebody who knows that it still holds. */
export const mostWeeks = 26;

/** @param weeks how many events, 1 for one that does not repeat. */
export const weeklyDays = (first: Day, weeks: number): readonly Day[] =>
  Array.from({ length: weeks }, (_, week) => addDays(first, week * 7));
