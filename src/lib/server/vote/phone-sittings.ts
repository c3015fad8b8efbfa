// Owns which sittings vote by phone and still await one, and which phones were prepared for them.
import { asc, eq } from 'drizzle-orm';
import type { DeviceId, PollId, SittingId } from '#lib/domain/shared/ids.ts';
import { readStage } from '../audit/change-stage.ts';
import { tokenHash } from '../auth/keyed-hash.ts';
import type { Portal } from '../db/portal.ts';
import { phones } from '../db/schema/assembly.ts';
import { sittings } from '../db/schema/sitting.ts';
import { newestPoll, readPoll, sealedResult, voidOf, type Poll } from './queries.ts';
import type { Sitting } from './sittings.ts';

export type Phone = typeof phones.$inferSelect;

/** Oldest first. */
export const phonesOf = (db: Portal, sitting: SittingId): readonly Phone[] =>
  db.select().from(phones).where(eq(phones.sitting, sitting)).orderBy(asc(phones.at), asc(phones.pairing)).all();

export const readPhone = (db: Portal, id: DeviceId): Phone | null =>
  db.select().from(phones).where(eq(phones.id, id)).get() ?? null;

export const phoneOfToken = (db: Portal, token: string): Phone | null =>
  db
    .select()
    .from(phones)
    .where(eq(phones.tokenHash, tokenHash(token)))
    .get() ?? null;

/** The vote that a sitting belongs to, whether it stands or not. */
export function pollOfSitting(db: Portal, sitting: SittingId): Poll | null {
  const row = db.select({ poll: sittings.poll }).from(sittings).where(eq(sittings.id, sitting)).get();
  return row ? readPoll(db, row.poll) : null;
}

const stages: readonly (string | null)[] = ['frozen', 'voting', 'second-ballot', 'ratification'];

/** The sittings by phone of this vote that nobody counted, missed or declared void yet. */
export function sittingsAwaitingPhones(db: Portal, poll: Poll): readonly Sitting[] {
  const stands = newestPoll(db, poll.consultation)?.id === poll.id && !isSettled(db, poll.id);
  if (!stands || !stages.includes(readStage(db, poll.consultation))) return [];
  return poll.sittings.filter(({ channel, state }) => channel === 'phone' && state === 'planned');
}

const isSettled = (db: Portal, poll: PollId): boolean => sealedResult(db, poll) !== null || voidOf(db, poll) !== null;
