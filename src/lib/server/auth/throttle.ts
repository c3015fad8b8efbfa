// Owns holding back a flood of visitors' proposals and remarks. It keeps no address: only a keyed hash of it with the day, for an hour.
import { createHmac } from 'node:crypto';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Context } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { consume, wipeExpired } from './limiter.ts';

/** Generous: a whole village, or an operator's network, shares one address. */
export const proposalsAnHour = 60;
const limit = { table: 'proposal_senders', points: proposalsAnHour, seconds: 3600 };

/** The day goes into the hash, so that two days of one sender can not be told to be the same. */
const senderOf = (key: Buffer, address: string, now: Date, what = ''): string =>
  createHmac('sha256', key)
    .update(`${what}${now.toISOString().slice(0, 10)} ${address}`)
    .digest('base64url');

/** @returns how many addresses' hashes were past their hour. */
export const wipeSenders = (db: Portal): number => wipeExpired(db, limit);

/** Counts one more proposal from this address. @param key 32 bytes kept outside the database. */
export async function countProposalFrom(
  ctx: Context,
  key: Buffer,
  address: string
): Promise<Result<null, 'too-many-proposals'>> {
  const within = await consume(ctx.db, limit, senderOf(key, address, ctx.now));
  return within ? ok(null) : refuse('too-many-proposals');
}

/** The same for remarks on wording, which use up nobody's proposals. */
export async function countRemarkFrom(
  ctx: Context,
  key: Buffer,
  address: string
): Promise<Result<null, 'too-many-remarks'>> {
  const within = await consume(ctx.db, limit, senderOf(key, address, ctx.now, 'remark '));
  return within ? ok(null) : refuse('too-many-remarks');
}
