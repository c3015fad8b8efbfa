// Owns the tables of acts that one person signed and that wait for a second. How each ended is a row.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { JointAct } from '#lib/domain/account/joint-acts.ts';
import type { AccountId, CommunityId } from '#lib/domain/shared/ids.ts';

/** `payload` is JSON of what was signed: never a PIN, a code or a choice. */
export const jointActs = sqliteTable('joint_acts', {
  number: integer('number').primaryKey({ autoIncrement: true }),
  act: text('act').$type<JointAct>().notNull(),
  /** Null for acts on somebody's account. */
  community: text('community').$type<CommunityId>(),
  payload: text('payload').notNull(),
  at: text('at').notNull(),
  by: text('by').$type<AccountId>().notNull(),
  expiresAt: text('expires_at').notNull()
});

export const jointActEnds = sqliteTable('joint_act_ends', {
  act: integer('act')
    .primaryKey()
    .references(() => jointActs.number),
  outcome: text('outcome').$type<'done' | 'withdrawn'>().notNull(),
  at: text('at').notNull(),
  by: text('by').$type<AccountId>().notNull()
});
