// Owns the week, Monday to Sunday: which one a day lies in, and how addresses name it. Refuses weeks that a year lacks.
import { addDays, parseDay, weekday, type Day } from './day.ts';

/** `code` is that of ISO 8601, `2026-W27`: the year is that of the week's Thursday. */
export type Week = { readonly code: string; readonly monday: Day; readonly sunday: Day };

export function weekOf(day: Day): Week {
  const monday = addDays(day, 1 - weekday(day));
  const thursday = addDays(monday, 3);
  const dayOfYear = (Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / 86_400_000;
  const number = String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0');
  return { code: `${thursday.slice(0, 4)}-W${number}`, monday, sunday: addDays(monday, 6) };
}

/** @param named `2026-W27`, or any day of the week. Null where it is neither. */
export function parseWeek(named: string): Week | null {
  const code = named.trim().toUpperCase();
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(code) ?? [];
  if (year && number) {
    // 4 January always lies in the first week.
    const first = parseDay(`${year}-01-04`);
    if (!first) return null;
    const week = weekOf(addDays(first, (Number(number) - 1) * 7));
    return week.code === code ? week : null;
  }
  const day = parseDay(named);
  return day ? weekOf(day) : null;
}

export const weekAfter = ({ monday }: Week): Week => weekOf(addDays(monday, 7));
export const weekBefore = ({ monday }: Week): Week => weekOf(addDays(monday, -7));
