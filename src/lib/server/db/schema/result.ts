// Owns the tables of results: the count, the lot, what was published and superseded, and what people said against it.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AccountId, OptionId, PollId } from '#lib/domain/shared/ids.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';
import { options, polls } from './vote.ts';

export const pollClosings = sqliteTable('poll_closings', {
  poll: text('poll')
    .$type<PollId>()
    .primaryKey()
    .references(() => polls.id),
  at: text('at').notNull(),
  by: text('by').$type<AccountId>().notNull(),
  secondBy: text('second_by').$type<AccountId>().notNull()
});

/**
 * `sealed` and `published` are canonical JSON; only the published view ever leaves the desk. The newest of a poll counts: a
 * lot and a recount add one, and none is ever changed.
 */
export const results = sqliteTable(
  'results',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    poll: text('poll')
      .$type<PollId>()
      .notNull()
      .references(() => polls.id),
    sealed: text('sealed').notNull(),
    published: text('published').notNull(),
    fingerprint: text('fingerprint').notNull(),
    countedAt: text('counted_at').notNull()
  },
  (table) => [index('results_by_fingerprint').on(table.fingerprint), index('results_by_poll').on(table.poll)]
);

/**
 * How people settled a tie between options that stayed equal twice, before one witness of each group: by public lot, or by casting
 * vote where the poll's frozen terms end in one. The terms alone say which, so that no row can say otherwise. `result`: the one that
 * it led to. A recount that ends level again is settled anew.
 */
export const lots = sqliteTable('lots', {
  result: integer('result')
    .primaryKey()
    .references(() => results.number),
  option: text('option')
    .$type<OptionId>()
    .notNull()
    .references(() => options.id),
  note: text('note').notNull(),
  at: text('at').notNull(),
  by: text('by').$type<AccountId>().notNull(),
  secondBy: text('second_by').$type<AccountId>().notNull()
});

/** Each makes one result public; the newest of a poll stands, and `reason` says why it took the place of the one before. */
export const publications = sqliteTable(
  'publications',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    poll: text('poll')
      .$type<PollId>()
      .notNull()
      .references(() => polls.id),
    result: integer('result')
      .notNull()
      .references(() => results.number),
    note: text('note'),
    reason: text('reason'),
    at: text('at').notNull(),
    by: text('by').$type<AccountId>().notNull(),
    secondBy: text('second_by').$type<AccountId>().notNull()
  },
  (table) => [index('publications_by_poll').on(table.poll)]
);

/** The sealed record with its salt, and the public one with its signature. Never updated: the next publication adds its own. */
export const records = sqliteTable('records', {
  publication: integer('publication')
    .primaryKey()
    .references(() => publications.number),
  sealed: text('sealed').notNull(),
  salt: text('salt').notNull(),
  signed: text('signed').notNull()
});

/** Two people reopened the hand counts behind a result; what is counted then takes its place. */
export const supersedings = sqliteTable('supersedings', {
  result: integer('result')
    .primaryKey()
    .references(() => results.number),
  /** The newest entry of before: only later ones are of the recount. */
  afterEntry: integer('after_entry').notNull(),
  reason: text('reason').notNull(),
  at: text('at').notNull(),
  by: text('by').$type<AccountId>().notNull(),
  secondBy: text('second_by').$type<AccountId>().notNull()
});

export const pollVoids = sqliteTable('poll_voids', {
  poll: text('poll')
    .$type<PollId>()
    .primaryKey()
    .references(() => polls.id),
  reason: text('reason').notNull(),
  at: text('at').notNull(),
  by: text('by').$type<AccountId>().notNull(),
  secondBy: text('second_by').$type<AccountId>().notNull()
});

/** What people say against a published result, in their words and without names; everybody can read it. */
export const objections = sqliteTable(
  'objections',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    poll: text('poll')
      .$type<PollId>()
      .notNull()
      .references(() => polls.id),
    heard: text('heard').$type<'voice' | 'paper'>().notNull(),
    text: text('text').notNull(),
    language: text('language').$type<ContentLanguage>().notNull(),
    at: text('at').notNull(),
    by: text('by').$type<AccountId>().notNull()
  },
  (table) => [index('objections_by_poll').on(table.poll)]
);

/** `upheld` is written by the two people who declare the poll void for it. */
export const objectionAnswers = sqliteTable('objection_answers', {
  objection: integer('objection')
    .primaryKey()
    .references(() => objections.number),
  outcome: text('outcome').$type<'answered' | 'upheld'>().notNull(),
  text: text('text').notNull(),
  at: text('at').notNull(),
  by: text('by').$type<AccountId>().notNull()
});
