// Owns days as people and addresses write them. Refuses days that no calendar has, such as 31 June.

/** A day of Mali, `YYYY-MM-DD`. Mali is on UTC all year, so a moment's day is its first ten characters. */
export type Day = string;

const millisecondsOfDay = 86_400_000;

/** `2026-07-05`, or `5/7/2026` where the browser offers no calendar. Null where it is no day. */
export function parseDay(typed: string): Day | null {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const local = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text);
  const [year, month, date] = iso ? iso.slice(1) : local ? local.slice(1).reverse() : [];
  if (!year || !month || !date) return null;
  // Beyond these centuries an address was mistyped, and a year of five digits breaks the form.
  if (year < '1900' || year > '2199') return null;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const found = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(found.getTime()) && dayOf(found) === day ? day : null;
}

export const dayOf = (moment: Date): Day => moment.toISOString().slice(0, 10);

/** @param count negative for days before. */
export const addDays = (day: Day, count: number): Day =>
  dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + count * millisecondsOfDay));

/** 1 for Monday to 7 for Sunday. */
export const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
