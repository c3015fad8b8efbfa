// Owns the tables of cohesion events. What changes of an event is a row, so that a radio can be told what changed and when.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AnswerOfRadios, Change } from '#lib/domain/event/announced-event.ts';
import type { AudienceCode } from '#lib/domain/event/audiences.ts';
import type { EventKind } from '#lib/domain/event/kinds.ts';
import type { AccountId, CommunityId, EventId } from '#lib/domain/shared/ids.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';
import { communities } from './community.ts';

/** Times are UTC, which is Mali's own time all year. */
export const events = sqliteTable(
  'events',
  {
    id: text('id').$type<EventId>().primaryKey(),
    /** Where it takes place; those who come from elsewhere are `event_guests`. */
    community: text('community')
      .$type<CommunityId>()
      .notNull()
      .references(() => communities.id),
    kind: text('kind').$type<EventKind>().notNull(),
    audience: text('audience').$type<AudienceCode>().notNull().default('everyone'),
    title: text('title').notNull(),
    about: text('about').notNull(),
    language: text('language').$type<ContentLanguage>().notNull(),
    place: text('place').notNull(),
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at'),
    organiser: text('organiser').notNull(),
    /** For the radios only, never public. */
    phone: text('phone').notNull(),
    /** The first of those that were announced together, week after week; each can be moved and cancelled alone. */
    series: text('series').$type<EventId>(),
    writtenBy: text('written_by').$type<AccountId>().notNull(),
    /** Null while it is a draft, which only its desk sees. */
    announcedAt: text('announced_at'),
    /** Since when a second person is asked to send it to the radios: announced, or brought back after it was cancelled. */
    sendingAskedAt: text('sending_asked_at'),
    sendingAskedBy: text('sending_asked_by').$type<AccountId>(),
    cancelledAt: text('cancelled_at'),
    /** Place, hour and texts are told by the radio alone. */
    hidden: integer('hidden', { mode: 'boolean' }).notNull().default(false),
    changedAt: text('changed_at').notNull(),
    /** Calendar clients follow this number: it grows with each change. */
    sequence: integer('sequence').notNull()
  },
  (table) => [
    index('events_by_start').on(table.startsAt),
    index('events_by_community').on(table.community),
    index('events_by_change').on(table.changedAt)
  ]
);

const event = () =>
  text('event')
    .$type<EventId>()
    .notNull()
    .references(() => events.id);
const act = { at: text('at').notNull(), by: text('by').$type<AccountId>().notNull() };

/** Communities that take part beside the one where it takes place. */
export const eventGuests = sqliteTable(
  'event_guests',
  {
    event: event(),
    community: text('community')
      .$type<CommunityId>()
      .notNull()
      .references(() => communities.id)
  },
  (table) => [
    primaryKey({ columns: [table.event, table.community] }),
    index('event_guests_by_community').on(table.community)
  ]
);

/** Spoken there, where somebody said so. */
export const eventLanguages = sqliteTable(
  'event_languages',
  { event: event(), language: text('language').$type<ContentLanguage>().notNull() },
  (table) => [primaryKey({ columns: [table.event, table.language] })]
);

/** The same said in further languages. */
export const eventTexts = sqliteTable(
  'event_texts',
  {
    event: event(),
    language: text('language').$type<ContentLanguage>().notNull(),
    title: text('title').notNull(),
    about: text('about').notNull(),
    ...act
  },
  (table) => [primaryKey({ columns: [table.event, table.language] })]
);

export const eventChanges = sqliteTable(
  'event_changes',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    event: event(),
    change: text('change').$type<Change>().notNull(),
    previousStart: text('previous_start').notNull(),
    previousPlace: text('previous_place').notNull(),
    reason: text('reason').notNull(),
    ...act
  },
  (table) => [
    index('event_changes_by_event').on(table.event),
    index('event_changes_by_previous_start').on(table.previousStart)
  ]
);

/** A second person stands by a change that went out on one person's word. */
export const eventConfirmations = sqliteTable('event_confirmations', {
  change: integer('change')
    .primaryKey()
    .references(() => eventChanges.number),
  ...act
});

/** What a second person said when asked to send an event to the radios; the last one about the same asking counts. */
export const eventAnswers = sqliteTable(
  'event_answers',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    event: event(),
    /** `sending_asked_at` of the event at that moment: an event that is asked about anew has no answer yet. */
    askedAt: text('asked_at').notNull(),
    answer: text('answer').$type<AnswerOfRadios>().notNull(),
    reason: text('reason').notNull(),
    ...act
  },
  (table) => [index('event_answers_by_event').on(table.event)]
);
