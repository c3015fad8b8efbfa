// Owns the tables of staff accounts and their sessions. Residents have no account; phone numbers are kept as keyed hashes.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Role } from '#lib/domain/account/permissions.ts';
import type { AccountId, CommunityId, PCode } from '#lib/domain/shared/ids.ts';

export const accounts = sqliteTable('accounts', {
  id: text('id').$type<AccountId>().primaryKey(),
  name: text('name').notNull(),
  phoneHash: text('phone_hash').notNull().unique(),
  /** Argon2id of the PIN, or of an administrator's passphrase. */
  secretHash: text('secret_hash').notNull(),
  madeAt: text('made_at').notNull(),
  endedAt: text('ended_at')
});

export const accountRoles = sqliteTable(
  'account_roles',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    account: text('account')
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    role: text('role').$type<Role>().notNull(),
    community: text('community').$type<CommunityId>(),
    area: text('area').$type<PCode>()
  },
  (table) => [index('account_roles_by_account').on(table.account)]
);

/** `id` is SHA-256 of the token in the cookie: a stolen database opens nothing. Times in Unix seconds, as lucia has them. */
export const sessions = sqliteTable('sessions', {
  id: text('id').primaryKey(),
  userId: text('user_id')
    .$type<AccountId>()
    .notNull()
    .references(() => accounts.id),
  expiresAt: integer('expires_at').notNull(),
  startedAt: integer('started_at').notNull(),
  seenAt: integer('seen_at').notNull()
});

/** Wrong attempts to sign in, by keyed hash of the phone number, whether an account has it or not. */
export const signInFailures = sqliteTable('sign_in_failures', {
  phoneHash: text('phone_hash').primaryKey(),
  count: integer('count').notNull(),
  blockedUntil: text('blocked_until'),
  /** The last one. Null for those of before it was kept. */
  failedAt: text('failed_at')
});
