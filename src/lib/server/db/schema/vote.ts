// Owns the tables of polls: what was frozen, and which projects stand on the ballot. No ballot that was cast is here.
import { integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import type { AccountId, ConsultationId, OptionId, PollId, ProposalId } from '#lib/domain/shared/ids.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';
import type { OptionMark } from '#lib/domain/vote/options.ts';
import type { PollKind } from '#lib/domain/vote/polls.ts';
import { consultations } from './community.ts';
import { proposals } from './proposal.ts';

/** The frozen rule, groups, quorum and tie ladder: never updated. `terms` is JSON of `FrozenTerms`. */
export const polls = sqliteTable(
  'polls',
  {
    id: text('id').$type<PollId>().primaryKey(),
    consultation: text('consultation')
      .$type<ConsultationId>()
      .notNull()
      .references(() => consultations.id),
    number: integer('number').notNull(),
    kind: text('kind').$type<PollKind>().notNull().default('first'),
    /** The poll whose result called for this one, or whose place it takes since it was declared void. */
    after: text('after').$type<PollId>(),
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
