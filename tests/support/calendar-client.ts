// Owns a calendar that somebody subscribed with: it keeps what it was told and takes the newer of two by UID and SEQUENCE, as RFC 5545 says.
import { readByIcalJs, type ReadEvent } from './calendar-readers.ts';

export type Client = {
  /** Takes a file in. An event that is not in it any more stays, as in calendars that import. */
  readonly pull: (file: string) => void;
  readonly shown: () => readonly ReadEvent[];
};

export function calendarClient(): Client {
  const kept = new Map<string, ReadEvent>();
  const isNewer = (one: ReadEvent, other: ReadEvent | undefined): boolean =>
    !other || one.sequence > other.sequence || (one.sequence === other.sequence && one.stamp > other.stamp);
  return {
    pull: (file) => {
      for (const event of readByIcalJs(file)) if (isNewer(event, kept.get(event.uid))) kept.set(event.uid, event);
    },
    shown: () => [...kept.values()]
  };
}
