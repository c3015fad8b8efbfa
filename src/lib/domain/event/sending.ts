// Owns when an event reaches the radios' sheets and spots. It refuses one that nobody but its announcer stood by, for a day.
import type { AnnouncedEvent, Sending } from './announced-event.ts';

/** After so many hours without an answer, sheets carry the event all the same, and say that nobody confirmed it. */
export const hoursToAnswer = 24;

/** `waiting`: no sheet has it yet. `unconfirmed`: sheets have it, marked. `held-back`: a second person said no. */
export type OnAir = 'draft' | 'waiting' | 'unconfirmed' | 'sent' | 'held-back';

export function onAir({ sending }: Pick<AnnouncedEvent, 'sending'>, now: Date): OnAir {
  if (!sending) return 'draft';
  if (sending.answer) return sending.answer.answer;
  return now.getTime() >= dueAt(sending.askedAt) ? 'unconfirmed' : 'waiting';
}

/** What a presenter may have before them; a cancelled one too, to be told as such. */
export const isOnSheets = (event: Pick<AnnouncedEvent, 'sending'>, now: Date): boolean =>
  ['sent', 'unconfirmed'].includes(onAir(event, now));

/** What programs may air by themselves: a second person sent it, and everybody may know where and when it is. */
export const isSpot = (event: Pick<AnnouncedEvent, 'sending' | 'cancelledAt' | 'hidden'>, now: Date): boolean =>
  onAir(event, now) === 'sent' && !event.cancelledAt && !event.hidden;

/** When it came onto the sheets: the answer, or the end of the wait. Null where it is on none. */
export function onSheetsSince(event: Pick<AnnouncedEvent, 'sending'>, now: Date): string | null {
  if (!event.sending || !isOnSheets(event, now)) return null;
  return event.sending.answer?.at ?? unconfirmedFrom(event.sending);
}

/** The moment at which sheets carry it without an answer. */
export const unconfirmedFrom = ({ askedAt }: Pick<Sending, 'askedAt'>): string =>
  `${new Date(dueAt(askedAt)).toISOString().slice(0, 19)}Z`;

const dueAt = (askedAt: string): number => Date.parse(askedAt) + hoursToAnswer * 3_600_000;
