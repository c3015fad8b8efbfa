// Owns the tables of the offline assembly: codes that let a phone in, the phones, and every envelope that somebody handed in.
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { EnvelopeAnswer } from '#lib/domain/assembly/judge-envelope.ts';
import type { AccountId, DeviceId, PollId, SittingId } from '#lib/domain/shared/ids.ts';
import type { PollKind } from '#lib/domain/vote/polls.ts';
import { sittings } from './sitting.ts';

/** `second`: it holds a second booth, and its counts enter the result with those of the leading phone. */
export type PhoneRole = 'leading' | 'second';

/** A code that two people drew for one phone. Only its keyed hash is kept. */
export const pairings = sqliteTable('pairings', {
  number: integer('number').primaryKey({ autoIncrement: true }),
  sitting: text('sitting')
    .$type<SittingId>()
    .notNull()
    .references(() => sittings.id),
  role: text('role').$type<PhoneRole>().notNull(),
  codeHash: text('code_hash').notNull(),
  /** Codes that nobody knows, tried while this one was good: somebody who guesses ends it. */
  wrong: integer('wrong').notNull().default(0),
  expiresAt: text('expires_at').notNull(),
  at: text('at').notNull(),
  by: text('by').$type<AccountId>().notNull(),
  secondBy: text('second_by').$type<AccountId>().notNull()
});

/** A phone that may hold the vote of one sitting. `publicKey`: the point of its signing key; `tokenHash`: of what it asks with. */
export const phones = sqliteTable('phones', {
  id: text('id').$type<DeviceId>().primaryKey(),
  pairing: integer('pairing')
    .notNull()
    .unique()
    .references(() => pairings.number),
  sitting: text('sitting')
    .$type<SittingId>()
    .notNull()
    .references(() => sittings.id),
  role: text('role').$type<PhoneRole>().notNull(),
  publicKey: text('public_key').notNull(),
  tokenHash: text('token_hash').notNull().unique(),
  at: text('at').notNull(),
  by: text('by').$type<AccountId>().notNull(),
  secondBy: text('second_by').$type<AccountId>().notNull()
});

/**
 * `text` is exactly what came, and empty once the boxes of its vote are wiped. Of one that could not be read nothing else is known.
 * `poll` is the one of the pack; `countsAt` the sitting whose count it is part of:
 * another one where people went on to a ballot that the portal called later; null while it is of none.
 */
export const envelopes = sqliteTable(
  'envelopes',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    text: text('text').notNull(),
    sha256: text('sha256').notNull(),
    poll: text('poll').$type<PollId>(),
    kind: text('kind').$type<PollKind>(),
    sitting: text('sitting').$type<SittingId>(),
    device: text('device').$type<DeviceId>(),
    answer: text('answer').$type<EnvelopeAnswer>().notNull(),
    /** Canonical JSON and its signature; empty for one that was refused. */
    receipt: text('receipt').notNull(),
    signature: text('signature').notNull(),
    countsAt: text('counts_at').$type<SittingId>(),
    at: text('at').notNull()
  },
  (table) => [
    index('envelopes_by_sha256').on(table.sha256),
    index('envelopes_by_poll').on(table.poll),
    uniqueIndex('envelopes_counted_once').on(table.countsAt, table.device)
  ]
);
