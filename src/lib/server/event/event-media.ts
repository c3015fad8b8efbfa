// Owns which pictures and voices belong to which events. What may be shown of them, the event's own page decides.
import { eq } from 'drizzle-orm';
import type { EventPicture, EventVoice } from '#lib/domain/event/announced-event.ts';
import type { VoiceEnding } from '#lib/domain/media/media-kinds.ts';
import type { EventId } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { eventPictures, eventVoices } from '../db/schema/event-media.ts';
import { media } from '../db/schema/media.ts';
import { isAmong } from '../db/is-among.ts';

type ByEvent<Part> = ReadonlyMap<EventId, readonly ({ readonly event: EventId } & Part)[]>;

export function picturesOfEvents(db: Portal, ids: readonly EventId[]): ByEvent<{ readonly picture: EventPicture }> {
  const rows = db
    .select({ event: eventPictures.event, id: media.id, width: media.width, height: media.height })
    .from(eventPictures)
    .innerJoin(media, eq(media.id, eventPictures.medium))
    .where(isAmong(eventPictures.event, ids))
    .all();
  const pictures = rows.map(({ event, id, width, height }) => ({
    event,
    picture: { id, width: width ?? 1, height: height ?? 1 }
  }));
  return Map.groupBy(pictures, ({ event }) => event);
}

/** As they were recorded, by language. */
export function voicesOfEvents(db: Portal, ids: readonly EventId[]): ByEvent<{ readonly voice: EventVoice }> {
  const rows = db
    .select({
      event: eventVoices.event,
      language: eventVoices.language,
      id: media.id,
      ending: media.ending,
      duration: media.duration
    })
    .from(eventVoices)
    .innerJoin(media, eq(media.id, eventVoices.medium))
    .where(isAmong(eventVoices.event, ids))
    .orderBy(eventVoices.language)
    .all();
  const voices = rows.map(({ event, language, id, ending, duration }) => ({
    event,
    voice: { language, id, ending: ending as VoiceEnding, duration: duration ?? 0 }
  }));
  return Map.groupBy(voices, ({ event }) => event);
}

/** What a picture or a voice belongs to, as it was recorded or as radios take it; null where no event shows it. */
export const eventOfMedium = (db: Portal, medium: (typeof media.$inferSelect)['id']): EventId | null =>
  db.select({ event: eventPictures.event }).from(eventPictures).where(eq(eventPictures.medium, medium)).get()?.event ??
  db.select({ event: eventVoices.event }).from(eventVoices).where(eq(eventVoices.medium, medium)).get()?.event ??
  db.select({ event: eventVoices.event }).from(eventVoices).where(eq(eventVoices.radioMedium, medium)).get()?.event ??
  null;

/** For the desk: a voice, and why radios can not take it; null where they can. */
export type DeskVoice = EventVoice & { readonly radioRefusal: string | null };

export const deskVoices = (db: Portal, event: EventId): readonly DeskVoice[] =>
  db
    .select({
      language: eventVoices.language,
      id: media.id,
      ending: media.ending,
      duration: media.duration,
      radioMedium: eventVoices.radioMedium,
      radioRefusal: eventVoices.radioRefusal
    })
    .from(eventVoices)
    .innerJoin(media, eq(media.id, eventVoices.medium))
    .where(eq(eventVoices.event, event))
    .orderBy(eventVoices.language)
    .all()
    .map(({ radioMedium, radioRefusal, ending, duration, ...voice }) => ({
      ...voice,
      ending: ending as VoiceEnding,
      duration: duration ?? 0,
      radioRefusal: radioMedium ? null : (radioRefusal ?? 'radio-broken')
    }));
