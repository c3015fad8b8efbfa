// Owns the tables of proposals and what the screening said of them. A later screening is a new row; the last one counts.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Category } from '#lib/domain/proposal/categories.ts';
import type { ProposerGroup } from '#lib/domain/proposal/proposer-groups.ts';
import type { AccountId, ConsultationId, MediumId, ProposalId } from '#lib/domain/shared/ids.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';
import { consultations } from './community.ts';
import { media } from './media.ts';

export const proposals = sqliteTable(
  'proposals',
  {
    id: text('id').$type<ProposalId>().primaryKey(),
    consultation: text('consultation')
      .$type<ConsultationId>()
      .notNull()
      .references(() => consultations.id),
    /** 1, 2, 3… in the order they came. The moment can not tell it: two may come in one second, and clocks are set back. */
    number: integer('number').notNull(),
    title: text('title').notNull(),
    need: text('need').notNull(),
    gainers: text('gainers').notNull(),
    place: text('place').notNull(),
    category: text('category').$type<Category>().notNull(),
    proposerGroup: text('proposer_group').$type<ProposerGroup>().notNull(),
    language: text('language').$type<ContentLanguage>().notNull(),
    receivedAt: text('received_at').notNull(),
    /** Null where a visitor brought it without an account. */
    enteredBy: text('entered_by').$type<AccountId>(),
    /** Drawn by a phone that kept it until there was a network: sent twice, it comes once. Null where it was sent at once. */
    keptAs: text('kept_as').unique()
  },
  (table) => [uniqueIndex('proposals_by_number').on(table.consultation, table.number)]
);

/** The picture that came with a proposal; it is seen where the proposal's text is. */
export const proposalPictures = sqliteTable('proposal_pictures', {
  proposal: text('proposal')
    .$type<ProposalId>()
    .primaryKey()
    .references(() => proposals.id),
  medium: text('medium')
    .$type<MediumId>()
    .notNull()
    .unique()
    .references(() => media.id)
});

/** The voice that came with a proposal; it is heard where the proposal's text is read. */
export const proposalVoices = sqliteTable('proposal_voices', {
  proposal: text('proposal')
    .$type<ProposalId>()
    .primaryKey()
    .references(() => proposals.id),
  /** As it was recorded. */
  medium: text('medium')
    .$type<MediumId>()
    .notNull()
    .unique()
    .references(() => media.id),
  /** The same as a small file for phones, which may be the very same; null where it could not be made. */
  smallMedium: text('small_medium')
    .$type<MediumId>()
    .references(() => media.id)
});

export const screenings = sqliteTable(
  'screenings',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    proposal: text('proposal')
      .$type<ProposalId>()
      .notNull()
      .references(() => proposals.id),
    feasible: integer('feasible', { mode: 'boolean' }).notNull(),
    /** Not feasible, and its text is not shown: it insults, names somebody or puts somebody in danger. The reason still is. */
    withheld: integer('withheld', { mode: 'boolean' }).notNull().default(false),
    /** Public, and required where not feasible. */
    reason: text('reason'),
    /** F CFA. */
    cost: integer('cost'),
    land: text('land').$type<'agreed' | 'none-needed' | 'not-agreed'>(),
    upkeepOwner: text('upkeep_owner'),
    beneficiaries: text('beneficiaries'),
    at: text('at').notNull(),
    by: text('by').$type<AccountId>().notNull()
  },
  (table) => [index('screenings_by_proposal').on(table.proposal)]
);

/** One row: `proposal` was a duplicate of `into`, which carries both authors' groups from then on. */
export const proposalMerges = sqliteTable(
  'proposal_merges',
  {
    proposal: text('proposal')
      .$type<ProposalId>()
      .notNull()
      .references(() => proposals.id),
    into: text('into')
      .$type<ProposalId>()
      .notNull()
      .references(() => proposals.id),
    at: text('at').notNull(),
    by: text('by').$type<AccountId>().notNull()
  },
  (table) => [primaryKey({ columns: [table.proposal] }), index('proposal_merges_by_into').on(table.into)]
);
