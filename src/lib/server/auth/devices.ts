// Owns the browsers that staff sign in from. It keeps a hash of the cookie's secret, and nothing of what the browser says of itself.
import { and, desc, eq, isNull } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import type { AccountId, DeviceId } from '#lib/domain/shared/ids.ts';
import { moment, type Context } from '../db/context.ts';
import { newId } from '../db/new-id.ts';
import type { Portal } from '../db/portal.ts';
import { devices } from '../db/schema/account.ts';
import { tokenHash } from './keyed-hash.ts';

const theirs = (account: AccountId) => and(eq(devices.account, account), isNull(devices.endedAt));

export const drawDeviceSecret = (): string => randomBytes(32).toString('base64url');

/** Enrolling twice changes nothing; one that was ended is in use again. */
export function enrolDevice(ctx: Context, account: AccountId, secret: string): void {
  const at = moment(ctx.now);
  ctx.db
    .insert(devices)
    .values({ id: newId<DeviceId>(), account, secretHash: tokenHash(secret), enrolledAt: at })
    .onConflictDoUpdate({ target: [devices.secretHash, devices.account], set: { enrolledAt: at, endedAt: null } })
    .run();
}

export function isEnrolled(db: Portal, account: AccountId, secret: string): boolean {
  const found = and(theirs(account), eq(devices.secretHash, tokenHash(secret)));
  return db.select({ id: devices.id }).from(devices).where(found).get() !== undefined;
}

/** Whether anybody was ever enrolled with it: a secret that we did not draw is never taken over. */
export const isKnownDevice = (db: Portal, secret: string): boolean =>
  db
    .select({ id: devices.id })
    .from(devices)
    .where(eq(devices.secretHash, tokenHash(secret)))
    .get() !== undefined;

export type Device = { readonly id: DeviceId; readonly enrolledAt: string; readonly thisOne: boolean };

/** The newest first. @param secret of the browser that asks, '' where it has none */
export const devicesOf = (db: Portal, account: AccountId, secret: string): readonly Device[] =>
  db
    .select()
    .from(devices)
    .where(theirs(account))
    .orderBy(desc(devices.enrolledAt), devices.id)
    .all()
    .map(({ id, enrolledAt, secretHash }) => ({ id, enrolledAt, thisOne: secretHash === tokenHash(secret) }));

/** @param id one of this person's; without it all of them */
export function endDevices(ctx: Context, account: AccountId, id?: DeviceId): void {
  ctx.db
    .update(devices)
    .set({ endedAt: moment(ctx.now) })
    .where(id ? and(theirs(account), eq(devices.id, id)) : theirs(account))
    .run();
}
