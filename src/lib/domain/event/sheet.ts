// Owns what stands on a radio's sheet: what changed since the last one, and what is to be read of a period. Refuses what no
// second person sent and nobody waited a day for, and changes of what was on no sheet yet.
import {
  lastChange,
  standing,
  type AnnouncedEvent,
  type AnswerOfRadios,
  type Change,
  type EventChange
} from './announced-event.ts';
import { addDays, dayOf, type Day } from './day.ts';
import { isOver } from './event-time.ts';
import { hoursToAnswer, isOnSheets, onSheetsSince } from './sending.ts';

/** Both days included. */
export type Period = { readonly from: Day; readonly to: Day };

export type WhatChanged = Change | 'new';
export type ChangedOnSheet<Event = AnnouncedEvent> = {
  readonly event: Event;
  readonly what: WhatChanged;
  readonly at: string;
};

export type Sheet = {
  /** Newest first, each event once. */
  readonly changed: readonly ChangedOnSheet[];
  /** To be read on air, and cancelled ones in their place: whoever holds an older sheet sees that they will not be. */
  readonly toRead: readonly AnnouncedEvent[];
  /** Over by now; stations still note what they aired. */
  readonly past: readonly AnnouncedEvent[];
};

export type Asked = {
  readonly period: Period;
  /** Moment of the last sheet. */
  readonly since: string;
  readonly now: Date;
  /** What a second person ever answered: of an event that was brought back, the sending of before is gone. */
  readonly answeredBefore: ReadonlyMap<AnnouncedEvent['id'], AnswerOfRadios>;
};

/** Without another wish a public sheet tells what changed in so many days. */
export const usualDaysSince = 7;
/** And holds so many days, today included. */
export const usualDays = 7;

export const comingDays = (now: Date): Period => ({ from: dayOf(now), to: addDays(dayOf(now), usualDays - 1) });

/** Of a week of the whole country, which no presenter reads: so many events show what a sheet is. */
export const mostUnasked = 4;

/** Its beginning, and how many events it leaves out. What is new is told where it can be read. */
export function beginningOf(sheet: Sheet, most: number): Sheet & { readonly left: number } {
  const toRead = sheet.toRead.slice(0, most);
  const isThere = ({ event, what }: ChangedOnSheet) => what !== 'new' || toRead.includes(event);
  return {
    ...sheet,
    toRead,
    changed: sheet.changed.filter(isThere).slice(0, most),
    left: sheet.toRead.length - toRead.length
  };
}

/** @param events in order of their start. */
export function sheetOf(events: readonly AnnouncedEvent[], asked: Asked): Sheet {
  const { period, now } = asked;
  const inPeriod = events.filter(({ startsAt }) => isWithin(period, startsAt));
  const there = inPeriod.filter((event) => wasOnSheet(event, asked) && isOnSheetNow(event, now));
  return {
    changed: onceASeries(
      events.flatMap((event) => whatChanged(event, asked) ?? []),
      period
    ).toSorted((one, other) => other.at.localeCompare(one.at)),
    toRead: there.filter((event) => !isOver(event, now)),
    past: there.filter((event) => isOver(event, now) && !event.cancelledAt)
  };
}

const isWithin = ({ from, to }: Period, moment: string): boolean =>
  from <= moment.slice(0, 10) && moment.slice(0, 10) <= to;

/** A cancelled one stays as it was; one that was brought back waits for its second person again. */
const isOnSheetNow = (event: AnnouncedEvent, now: Date): boolean =>
  event.cancelledAt !== null || isOnSheets(event, now);

/** Since when its present sending has it on sheets, unless it was cancelled before. */
function onSheetFrom(event: AnnouncedEvent, now: Date): string | null {
  const from = onSheetsSince(event, now);
  return from && event.cancelledAt && from > event.cancelledAt ? null : from;
}

/** Whether any sheet had it. */
function wasOnSheet(event: AnnouncedEvent, { now, answeredBefore }: Pick<Asked, 'now' | 'answeredBefore'>): boolean {
  if (onSheetFrom(event, now)) return true;
  const cancelled = event.changes.findLast(({ change }) => change === 'cancelled');
  if (!cancelled || !event.announcedAt) return false;
  const answer = answeredBefore.get(event.id);
  const waited = Date.parse(cancelled.at) - Date.parse(event.announcedAt) >= hoursToAnswer * 3_600_000;
  // Held back is no answer that puts it there; without any, the wait of a day did.
  return answer === 'sent' || (answer === undefined && waited);
}

/** Null where there is nothing to tell: it stands as it did, or was on no sheet, or is over. */
function whatChanged(event: AnnouncedEvent, asked: Asked): ChangedOnSheet | null {
  const { since, period, now } = asked;
  const isHere = touches(event, period);
  if (!wasOnSheet(event, asked) || (isOver(event, now) && !isHere)) return null;
  const from = onSheetFrom(event, now);
  const told = event.changes.filter(({ at }) => at >= since && (from === null || at >= from || isComeback(event)));
  const newest = tellingOne(event, told);
  if (newest) return { event, what: newest.change, at: newest.at };
  // Without a change since, the last one lies before: it came onto the sheets with it.
  const isNew = from !== null && from >= since && !event.cancelledAt && isWithin(period, event.startsAt);
  return isNew && !isOver(event, now) ? { event, what: 'new', at: from } : null;
}

/** Changes before its new sending are told as well: presenters read that it was cancelled. */
const isComeback = (event: AnnouncedEvent): boolean => event.changes.some(({ change }) => change === 'restored');

/** The newest; of a cancelled one that it is cancelled, whatever was hidden or shown after. */
function tellingOne(event: AnnouncedEvent, changes: readonly EventChange[]): EventChange | null {
  const cancelled = standing(event) === 'cancelled' && changes.findLast(({ change }) => change === 'cancelled');
  return cancelled || lastChange({ changes });
}

/** It is in the period, or was to be before it moved. */
const touches = ({ startsAt, changes }: AnnouncedEvent, period: Period): boolean =>
  isWithin(period, startsAt) || changes.some(({ previousStart }) => isWithin(period, previousStart));

/** Outside the period, weeks of a series that all changed alike are told by the first of them. */
function onceASeries(changed: readonly ChangedOnSheet[], period: Period): readonly ChangedOnSheet[] {
  const told = new Set<string>();
  return changed.filter(({ event, what }) => {
    if (touches(event, period) || !event.series) return true;
    const alike = `${event.series} ${what}`;
    return !told.has(alike) && Boolean(told.add(alike));
  });
}
