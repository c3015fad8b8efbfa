// Owns the tables of polls: what was frozen, where it was held, who was present, how it opened and closed. No ballot is here.
import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import type { AccountId, ConsultationId, OptionId, PollId, ProposalId, SittingId } from '#lib/domain/shared/ids.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';
import type { Colour } from '#lib/domain/vote/colours.ts';
import type { OptionMark } from '#lib/domain/vote/options.ts';
import { consultations } from './community.ts';
import { proposals } from './proposal.ts';

/** The frozen rule, groups, quorum and tie ladder: never updated. `terms` is canonical JSON of `FrozenTerms`. */
export const polls = sqliteTable(
  'polls',
  {
    id: text('id').$type<PollId>().primaryKey(),
    consultation: text('consultation')
      .$type<ConsultationId>()
      .notNull()
      .references(() => consultations.id),
    number: integer('number').notNull(),
    rule: text('rule').notNull(),
    terms: text('terms').notNull(),
    frozenAt: text('frozen_at').notNull(),
    frozenBy: text('frozen_by').$type<AccountId>().notNull(),
    secondBy: text('second_by').$type<AccountId>().notNull()
  },
  (table) => [unique('polls_by_number').on(table.consultation, table.number)]
);

export const options = sqliteTable(
  'options',
  {
    id: text('id').$type<OptionId>().primaryKey(),
    poll: text('poll')
      .$type<PollId>()
      .notNull()
      .references(() => polls.id),
    proposal: text('proposal')
      .$type<ProposalId>()
      .notNull()
      .references(() => proposals.id),
    position: integer('position').notNull(),
    letter: text('letter').$type<OptionMark['letter']>().notNull(),
    colour: text('colour').$type<OptionMark['colour']>().notNull(),
    icon: text('icon').notNull(),
    title: text('title').notNull(),
    language: text('language').$type<ContentLanguage>().notNull(),
    place: text('place').notNull(),
    proposerGroup: text('proposer_group').notNull(),
    upkeepOwner: text('upkeep_owner').notNull(),
    /** F CFA. */
    cost: integer('cost').notNull()
  },
  (table) => [unique('options_by_position').on(table.poll, table.position)]
);

export const leftOff = sqliteTable(
  'left_off',
  {
    poll: text('poll')
      .$type<PollId>()
      .notNull()
      .references(() => polls.id),
    proposal: text('proposal')
      .$type<ProposalId>()
      .notNull()
      .references(() => proposals.id),
    reason: text('reason').notNull()
  },
  (table) => [primaryKey({ columns: [table.poll, table.proposal] })]
);

/** `number` is the key of the sitting's box in `ballots.db`. */
export const sittings = sqliteTable('sittings', {
  number: integer('number').primaryKey({ autoIncrement: true }),
  id: text('id').$type<SittingId>().notNull().unique(),
  poll: text('poll')
    .$type<PollId>()
    .notNull()
    .references(() => polls.id),
  channel: text('channel').$type<'cards'>().notNull(),
  place: text('place').notNull(),
  day: text('day').notNull()
});

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

/** Who was counted at check-in, by colour; `met` says what the quorum judged. The last one of a sitting counts. */
export const attendances = sqliteTable('attendances', {
  number: integer('number').primaryKey({ autoIncrement: true }),
  sitting: text('sitting')
    .$type<SittingId>()
    .notNull()
    .references(() => sittings.id),
  call: text('call').$type<'first' | 'second'>().notNull(),
  hostWomen: integer('host_women').notNull(),
  hostMen: integer('host_men').notNull(),
  returnedWomen: integer('returned_women').notNull(),
  returnedMen: integer('returned_men').notNull(),
  youth: integer('youth').notNull(),
  disability: integer('disability').notNull(),
  disputes: integer('disputes').notNull(),
  met: integer('met', { mode: 'boolean' }).notNull(),
  at: text('at').notNull(),
  by: text('by').$type<AccountId>().notNull(),
  secondBy: text('second_by').$type<AccountId>().notNull()
});

export const pollClosings = sqliteTable('poll_closings', {
  poll: text('poll')
    .$type<PollId>()
    .primaryKey()
    .references(() => polls.id),
  at: text('at').notNull(),
  by: text('by').$type<AccountId>().notNull(),
  secondBy: text('second_by').$type<AccountId>().notNull()
});

/** `sealed` and `published` are canonical JSON; only the published view ever leaves the desk. */
export const results = sqliteTable(
  'results',
  {
    poll: text('poll')
      .$type<PollId>()
      .primaryKey()
      .references(() => polls.id),
    sealed: text('sealed').notNull(),
    published: text('published').notNull(),
    fingerprint: text('fingerprint').notNull(),
    countedAt: text('counted_at').notNull()
  },
  (table) => [index('results_by_fingerprint').on(table.fingerprint)]
);

export const publications = sqliteTable('publications', {
  poll: text('poll')
    .$type<PollId>()
    .primaryKey()
    .references(() => polls.id),
  note: text('note'),
  at: text('at').notNull(),
  by: text('by').$type<AccountId>().notNull(),
  secondBy: text('second_by').$type<AccountId>().notNull()
});
