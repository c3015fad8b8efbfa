// Owns the tables of the audit chain and of acts on both files. Triggers refuse every change and every gap.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AuditAct } from '#lib/domain/audit/acts.ts';
import type { AccountId, PollId } from '#lib/domain/shared/ids.ts';
import { polls } from './vote.ts';

export const auditEntries = sqliteTable(
  'audit_entries',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    previous: text('previous').notNull(),
    salt: text('salt').notNull(),
    act: text('act').$type<AuditAct>().notNull(),
    at: text('at').notNull(),
    by: text('by').$type<AccountId>(),
    secondBy: text('second_by').$type<AccountId>(),
    subject: text('subject'),
    details: text('details').notNull(),
    hash: text('hash').notNull()
  },
  (table) => [index('audit_entries_by_subject').on(table.subject)]
);

export type TwoFileAct =
  'open-poll' | 'close-poll' | 'void-sitting' | 'void-poll' | 'cancel-consultation' | 'print-cards' | 'void-cards';

/** What an act on both files is about to do, written before it touches `ballots.db`. Never a code, never a choice. */
export const intentions = sqliteTable('intentions', {
  number: integer('number').primaryKey({ autoIncrement: true }),
  act: text('act').$type<TwoFileAct>().notNull(),
  poll: text('poll')
    .$type<PollId>()
    .notNull()
    .references(() => polls.id),
  /** JSON of what the act needs to be completed without the people who began it. */
  payload: text('payload').notNull(),
  at: text('at').notNull(),
  by: text('by').$type<AccountId>().notNull()
});

/** One row for each intention that is over: its act was completed, or did not take place. */
export const intentionEnds = sqliteTable('intention_ends', {
  intention: integer('intention')
    .primaryKey()
    .references(() => intentions.number),
  outcome: text('outcome').$type<'completed' | 'withdrawn'>().notNull(),
  at: text('at').notNull()
});
