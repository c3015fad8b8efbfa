// Owns the tables of staff accounts and their sessions. Residents have no account; phone numbers are kept as keyed hashes.
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Role } from '#lib/domain/account/permissions.ts';
import type { AccountId, CommunityId, DeviceId, PCode, StationId } from '#lib/domain/shared/ids.ts';

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
    area: text('area').$type<PCode>(),
    station: text('station').$type<StationId>()
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

/** A browser that somebody may sign in from. The cookie carries the secret; two people who share a phone have a row each. */
export const devices = sqliteTable(
  'devices',
  {
    id: text('id').$type<DeviceId>().primaryKey(),
    account: text('account')
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    /** SHA-256 of the cookie's secret. */
    secretHash: text('secret_hash').notNull(),
    enrolledAt: text('enrolled_at').notNull(),
    endedAt: text('ended_at')
  },
  (table) => [uniqueIndex('devices_by_secret').on(table.secretHash, table.account)]
);

/** Codes on paper, each good for one new device of one person. */
export const slips = sqliteTable(
  'slips',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    account: text('account')
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    /** Keyed, since eight digits are soon tried. */
    codeHash: text('code_hash').notNull(),
    /** Null where the command line drew it. */
    madeBy: text('made_by').$type<AccountId>(),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at')
  },
  (table) => [index('slips_by_account').on(table.account)]
);

/** The second factor of an administrator, sealed with a key kept outside the database. */
export const secondFactors = sqliteTable('second_factors', {
  account: text('account')
    .$type<AccountId>()
    .primaryKey()
    .references(() => accounts.id),
  sealed: text('sealed').notNull(),
  /** The last 30 seconds for which a code was taken: none is taken twice. */
  lastStep: integer('last_step').notNull()
});

/** Wrong attempts to sign in, by keyed hash of the phone number, whether an account has it or not. */
export const signInFailures = sqliteTable('sign_in_failures', {
  phoneHash: text('phone_hash').primaryKey(),
  count: integer('count').notNull(),
  blockedUntil: text('blocked_until'),
  /** The last one. Null for those of before it was kept. */
  failedAt: text('failed_at')
});
