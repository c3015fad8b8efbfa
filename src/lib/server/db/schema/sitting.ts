// Owns the tables of sittings: where they were held, their cards, who was present, how they ended, what was counted by hand.
import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import type { AccountId, MediumId, PollId, SittingId } from '#lib/domain/shared/ids.ts';
import type { Channel } from '#lib/domain/vote/channels.ts';
import type { Colour } from '#lib/domain/vote/colours.ts';
import type { Call } from '#lib/domain/vote/quorum.ts';
import { media } from './media.ts';
import { polls } from './vote.ts';

/**
 * `number` is the key of the sitting's box in `ballots.db`, where its channel is cards. Place, day and hour change only by a
 * second call. `closesAt`: the moment, frozen with it, at which the program closes a box of cards. `spare`: cards printed
 * ahead for a second ballot whose options nobody knows yet.
 */
export const sittings = sqliteTable(
  'sittings',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    id: text('id').$type<SittingId>().notNull().unique(),
    poll: text('poll')
      .$type<PollId>()
      .notNull()
      .references(() => polls.id),
    channel: text('channel').$type<Channel>().notNull(),
    place: text('place').notNull(),
    day: text('day').notNull(),
    closesAt: text('closes_at'),
    call: text('call').$type<Call>().notNull().default('first'),
    spare: integer('spare', { mode: 'boolean' }).notNull().default(false)
  },
  (table) => [index('sittings_by_poll').on(table.poll)]
);

/** How many cards of a colour were printed; never a code. */
export const cardPrintings = sqliteTable('card_printings', {
  number: integer('number').primaryKey({ autoIncrement: true }),
  sitting: text('sitting')
    .$type<SittingId>()
    .notNull()
    .references(() => sittings.id),
  colour: text('colour').$type<Colour>().notNull(),
  count: integer('count').notNull(),
  /** They lie in the box, and the program stopped before anybody saw their codes. */
  lost: integer('lost', { mode: 'boolean' }).notNull().default(false),
  at: text('at').notNull(),
  by: text('by').$type<AccountId>().notNull()
});

/** Cards taken back before they voted: a sheet that the printer tore. By colour, never a code. */
export const cardVoids = sqliteTable('card_voids', {
  number: integer('number').primaryKey({ autoIncrement: true }),
  sitting: text('sitting')
    .$type<SittingId>()
    .notNull()
    .references(() => sittings.id),
  colour: text('colour').$type<Colour>().notNull(),
  count: integer('count').notNull(),
  at: text('at').notNull(),
  by: text('by').$type<AccountId>().notNull()
});

/**
 * Who was counted at check-in, by colour; `met` says whether people could vote. The last one of a sitting counts. `judged` is
 * false where no quorum was judged on this sheet alone: one of several sittings, or a second ballot in the same sitting.
 */
export const attendances = sqliteTable(
  'attendances',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    sitting: text('sitting')
      .$type<SittingId>()
      .notNull()
      .references(() => sittings.id),
    call: text('call').$type<Call>().notNull(),
    hostWomen: integer('host_women').notNull(),
    hostMen: integer('host_men').notNull(),
    returnedWomen: integer('returned_women').notNull(),
    returnedMen: integer('returned_men').notNull(),
    youth: integer('youth').notNull(),
    disability: integer('disability').notNull(),
    disputes: integer('disputes').notNull(),
    met: integer('met', { mode: 'boolean' }).notNull(),
    judged: integer('judged', { mode: 'boolean' }).notNull().default(true),
    at: text('at').notNull(),
    by: text('by').$type<AccountId>().notNull(),
    secondBy: text('second_by').$type<AccountId>().notNull()
  },
  (table) => [index('attendances_by_sitting').on(table.sitting)]
);

/** A call at which too few people came, judged on one sheet or on the sum of several sittings. */
export const missedQuorums = sqliteTable(
  'missed_quorums',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    poll: text('poll')
      .$type<PollId>()
      .notNull()
      .references(() => polls.id),
    call: text('call').$type<Call>().notNull(),
    at: text('at').notNull(),
    by: text('by').$type<AccountId>().notNull(),
    secondBy: text('second_by').$type<AccountId>().notNull()
  },
  (table) => [index('missed_quorums_by_poll').on(table.poll)]
);

/** A second call, with the place and day at which the first one failed. */
export const secondCalls = sqliteTable('second_calls', {
  poll: text('poll')
    .$type<PollId>()
    .primaryKey()
    .references(() => polls.id),
  firstPlace: text('first_place').notNull(),
  firstDay: text('first_day').notNull(),
  at: text('at').notNull(),
  by: text('by').$type<AccountId>().notNull()
});

/** The end of a sitting. `in`: its ballots may be counted once all have ended; `void`: nobody reads them. */
export const sittingClosings = sqliteTable('sitting_closings', {
  sitting: text('sitting')
    .$type<SittingId>()
    .primaryKey()
    .references(() => sittings.id),
  outcome: text('outcome').$type<'in' | 'void'>().notNull(),
  reason: text('reason'),
  at: text('at').notNull(),
  by: text('by').$type<AccountId>().notNull(),
  secondBy: text('second_by').$type<AccountId>().notNull()
});

/** What one person counted by hand, blind, in one round. `figures` is canonical JSON of `HandCount`. */
export const countEntries = sqliteTable(
  'count_entries',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    sitting: text('sitting')
      .$type<SittingId>()
      .notNull()
      .references(() => sittings.id),
    round: integer('round').notNull(),
    figures: text('figures').notNull(),
    at: text('at').notNull(),
    by: text('by').$type<AccountId>().notNull()
  },
  (table) => [unique('count_entries_by_person').on(table.sitting, table.round, table.by)]
);

/** A photo of the figures that somebody entered, and of nobody: gone with the cards. Its files are in no backup. */
export const countPhotos = sqliteTable('count_photos', {
  entry: integer('entry')
    .primaryKey()
    .references(() => countEntries.number),
  medium: text('medium')
    .$type<MediumId>()
    .notNull()
    .unique()
    .references(() => media.id)
});
