// Owns which recordings radios' programs may air by themselves: of events that a second person sent, that everybody may know of, and
// that are still to come. One that was made before its event was moved says the wrong hour, and is none.
import { eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import { dayOf } from '#lib/domain/event/day.ts';
import { isSpot } from '#lib/domain/event/sending.ts';
import type { Spot } from '#lib/domain/event/spot.ts';
import { mediumName, mediumTypes } from '#lib/domain/media/media-kinds.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';
import { moment } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { eventVoices } from '../db/schema/event-media.ts';
import { media } from '../db/schema/media.ts';
import { isAmong } from '../db/is-among.ts';
import { feedChangedAt } from './feed-events.ts';
import { eventsOf } from './queries.ts';
import type { FeedFilter } from './read-filter.ts';

/**
 * The newest first. @param language of the recordings; all where none is named.
 * @returns `changedAt` as `feedChangedAt` says: an event that is over takes its spot away without anybody's act.
 */
export function spotsOf(
  db: Portal,
  now: Date,
  filter: FeedFilter,
  language: ContentLanguage | null
): { readonly spots: readonly Spot[]; readonly changedAt: string | null } {
  const sent = eventsOf(db, now, { from: dayOf(now), ...filter }).filter((event) => isSpot(event, now));
  const [events, over] = [sent.filter((event) => !isOver(event, now)), sent.filter((event) => isOver(event, now))];
  return { spots: recordingsOf(db, events, language), changedAt: feedChangedAt(db, now, filter, over.map(endOf)) };
}

function recordingsOf(
  db: Portal,
  events: readonly AnnouncedEvent[],
  language: ContentLanguage | null
): readonly Spot[] {
  const voices = Map.groupBy(radioFilesOf(db, events), ({ event }) => event);
  return events
    .flatMap((event) =>
      (voices.get(event.id) ?? [])
        .filter((voice) => (!language || voice.language === language) && !isOutdated(event, voice.recordedAt))
        .map((voice) => ({ number: voice.number, spot: spotOf(event, voice) }))
    )
    .sort((one, other) => other.spot.since.localeCompare(one.spot.since) || other.number - one.number)
    .map(({ spot }) => spot);
}

/** Of an event without an end, its beginning: nobody is called to what has begun. */
const endOf = ({ startsAt, endsAt }: AnnouncedEvent): string => endsAt ?? startsAt;
const isOver = (event: AnnouncedEvent, now: Date): boolean => endOf(event) <= moment(now);

/** Made in the very second of the move, it may be either: then it is not aired. */
const isOutdated = ({ changes }: AnnouncedEvent, recordedAt: string): boolean =>
  changes.some(({ change, at }) => change === 'moved' && at >= recordedAt);

/** What somebody spoke; the file for radios may have been made of it much later. */
const recordings = alias(media, 'recordings');

type RadioFile = ReturnType<typeof radioFilesOf>[number];

const radioFilesOf = (db: Portal, events: readonly AnnouncedEvent[]) =>
  db
    .select({
      event: eventVoices.event,
      language: eventVoices.language,
      number: eventVoices.number,
      at: eventVoices.at,
      recordedAt: recordings.storedAt,
      id: media.id,
      ending: media.ending,
      bytes: media.bytes,
      duration: media.duration
    })
    .from(eventVoices)
    .innerJoin(media, eq(media.id, eventVoices.radioMedium))
    .innerJoin(recordings, eq(recordings.id, eventVoices.medium))
    .where(
      isAmong(
        eventVoices.event,
        events.map(({ id }) => id)
      )
    )
    .all();

function spotOf(event: AnnouncedEvent, { language, at, id, ending, bytes, duration }: RadioFile): Spot {
  const shownAt = event.changes.findLast(({ change }) => change === 'shown')?.at ?? '';
  return {
    event,
    language,
    file: mediumName({ id, ending, small: false }),
    type: mediumTypes[ending].type,
    bytes,
    seconds: Math.max(1, Math.round((duration ?? 0) / 1000)),
    // Programs take what is newer than what they took last: so not when it was recorded, but when it came in here.
    since: [at, event.sending?.answer?.at ?? '', shownAt].toSorted().at(-1) ?? at
  };
}
