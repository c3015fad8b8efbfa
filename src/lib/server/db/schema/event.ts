// Owns the tables of cohesion events. Moving or cancelling is a row, so that a radio can be told what changed and when.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { EventKind } from '#lib/domain/event/kinds.ts';
import type { AccountId, CommunityId, EventId } from '#lib/domain/shared/ids.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';
import { communities } from './community.ts';

/** Times are UTC, which is Mali's own time all year. */
export const events = sqliteTable(
  'events',
  {
    id: text('id').$type<EventId>().primaryKey(),
    community: text('community')
      .$type<CommunityId>()
      .notNull()
      .references(() => communities.id),
    kind: text('kind').$type<EventKind>().notNull(),
    title: text('title').notNull(),
    about: text('about').notNull(),
    language: text('language').$type<ContentLanguage>().notNull(),
    place: text('place').notNull(),
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at'),
    organiser: text('organiser').notNull(),
    /** For the radios only, never public. */
    phone: text('phone').notNull(),
    announcedAt: text('announced_at').notNull(),
    announcedBy: text('announced_by').$type<AccountId>().notNull(),
    cancelledAt: text('cancelled_at'),
    changedAt: text('changed_at').notNull(),
    /** Calendar clients follow this number: it grows with each change. */
    sequence: integer('sequence').notNull()
  },
  (table) => [index('events_by_start').on(table.startsAt), index('events_by_community').on(table.community)]
);

export const eventChanges = sqliteTable(
  'event_changes',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    event: text('event')
      .$type<EventId>()
      .notNull()
      .references(() => events.id),
    change: text('change').$type<'moved' | 'cancelled'>().notNull(),
    previousStart: text('previous_start').notNull(),
    previousPlace: text('previous_place').notNull(),
    reason: text('reason').notNull(),
    at: text('at').notNull(),
    by: text('by').$type<AccountId>().notNull()
  },
  (table) => [index('event_changes_by_event').on(table.event)]
);
