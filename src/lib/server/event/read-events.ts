// Owns putting an event together from its tables: texts, communities, pictures, voices, changes and answers. It hides nothing:
// whoever shows events asks `queries.ts`.
import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import type { EventId } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { communities } from '../db/schema/community.ts';
import {
  eventAnswers,
  eventChanges,
  eventConfirmations,
  eventGuests,
  eventLanguages,
  events,
  eventTexts
} from '../db/schema/event.ts';
import { isAmong } from '../db/is-among.ts';
import { picturesOfEvents, voicesOfEvents } from './event-media.ts';

/** No phone: what is not read can not be shown. */
const announced = {
  id: events.id,
  community: { id: communities.id, slug: communities.slug, name: communities.name },
  kind: events.kind,
  audience: events.audience,
  title: events.title,
  about: events.about,
  language: events.language,
  place: events.place,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  organiser: events.organiser,
  series: events.series,
  announcedAt: events.announcedAt,
  sendingAskedAt: events.sendingAskedAt,
  cancelledAt: events.cancelledAt,
  hidden: events.hidden,
  changedAt: events.changedAt,
  sequence: events.sequence
};

export type Order = { readonly limit?: number; readonly latestFirst?: boolean };

/** In order of their start. */
export function readEvents(
  db: Portal,
  where: readonly (SQL | undefined)[],
  { limit = -1, latestFirst = false }: Order = {}
): readonly AnnouncedEvent[] {
  const inOrder = latestFirst ? desc : asc;
  const rows = db
    .select(announced)
    .from(events)
    .innerJoin(communities, eq(communities.id, events.community))
    .where(and(...where))
    .orderBy(inOrder(events.startsAt), inOrder(events.id))
    .limit(limit)
    .all();
  const ids = rows.map(({ id }) => id);
  const parts = {
    guests: guestsOf(db, ids),
    texts: textsOf(db, ids),
    spoken: spokenAt(db, ids),
    changes: changesOf(db, ids),
    answers: answersTo(db, ids),
    pictures: picturesOfEvents(db, ids),
    voices: voicesOfEvents(db, ids)
  };
  return rows.map(({ sendingAskedAt: askedAt, ...row }) => ({
    ...row,
    guests: (parts.guests.get(row.id) ?? []).map(({ community }) => community),
    texts: (parts.texts.get(row.id) ?? []).map(({ text }) => text),
    spoken: (parts.spoken.get(row.id) ?? []).map(({ language }) => language),
    changes: (parts.changes.get(row.id) ?? []).map(({ change }) => change),
    sending: askedAt === null ? null : { askedAt, answer: answerAbout(parts.answers.get(row.id), askedAt) },
    picture: parts.pictures.get(row.id)?.[0]?.picture ?? null,
    voices: (parts.voices.get(row.id) ?? []).map(({ voice }) => voice)
  }));
}

const guestsOf = (db: Portal, ids: readonly EventId[]) =>
  byEvent(
    db
      .select({
        event: eventGuests.event,
        community: { id: communities.id, slug: communities.slug, name: communities.name }
      })
      .from(eventGuests)
      .innerJoin(communities, eq(communities.id, eventGuests.community))
      .where(isAmong(eventGuests.event, ids))
      .orderBy(communities.name)
      .all()
  );

const textsOf = (db: Portal, ids: readonly EventId[]) =>
  byEvent(
    db
      .select({
        event: eventTexts.event,
        text: { title: eventTexts.title, about: eventTexts.about, language: eventTexts.language }
      })
      .from(eventTexts)
      .where(isAmong(eventTexts.event, ids))
      .orderBy(eventTexts.language)
      .all()
  );

const spokenAt = (db: Portal, ids: readonly EventId[]) =>
  byEvent(
    db.select().from(eventLanguages).where(isAmong(eventLanguages.event, ids)).orderBy(eventLanguages.language).all()
  );

const changesOf = (db: Portal, ids: readonly EventId[]) =>
  byEvent(
    db
      .select({
        event: eventChanges.event,
        change: {
          number: eventChanges.number,
          change: eventChanges.change,
          previousStart: eventChanges.previousStart,
          previousPlace: eventChanges.previousPlace,
          reason: eventChanges.reason,
          at: eventChanges.at,
          confirmedAt: sql<string | null>`${eventConfirmations.at}`
        }
      })
      .from(eventChanges)
      .leftJoin(eventConfirmations, eq(eventConfirmations.change, eventChanges.number))
      .where(isAmong(eventChanges.event, ids))
      .orderBy(eventChanges.number)
      .all()
  );

const answersTo = (db: Portal, ids: readonly EventId[]) =>
  byEvent(
    db.select().from(eventAnswers).where(isAmong(eventAnswers.event, ids)).orderBy(desc(eventAnswers.number)).all()
  );

function answerAbout(answers: readonly (typeof eventAnswers.$inferSelect)[] | undefined, askedAt: string) {
  const last = answers?.find((answer) => answer.askedAt === askedAt);
  return last ? { answer: last.answer, reason: last.reason, at: last.at } : null;
}

const byEvent = <Row extends { readonly event: EventId }>(rows: readonly Row[]): ReadonlyMap<EventId, readonly Row[]> =>
  Map.groupBy(rows, ({ event }) => event);
