// Owns the administrators' second factor: codes of six digits that an app shows for 30 seconds (RFC 6238). None is taken twice.
import { and, eq, lt } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import type { Context } from '../db/context.ts';
import { secondFactors } from '../db/schema/account.ts';

const period = 30;
const cipher = 'aes-256-gcm';

/** The account goes into what is authenticated: a sealed secret moved to another row opens nothing. */
function seal(key: Buffer, account: AccountId, secret: Buffer): string {
  const iv = randomBytes(12);
  const sealing = createCipheriv(cipher, key, iv).setAAD(Buffer.from(account));
  const bytes = Buffer.concat([sealing.update(secret), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), bytes]).toString('base64url');
}

function open(key: Buffer, account: AccountId, sealed: string): Secret {
  const bytes = Buffer.from(sealed, 'base64url');
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, 12)).setAAD(Buffer.from(account));
  opening.setAuthTag(bytes.subarray(12, 28));
  const secret = Buffer.concat([opening.update(bytes.subarray(28)), opening.final()]);
  return new Secret({ buffer: Uint8Array.from(secret).buffer });
}

const codesOf = (secret: Secret, label: string): TOTP => new TOTP({ issuer: 'Sigida', label, secret, period });

/**
 * Draws a new secret and forgets the one before.
 * @param key seals it. @returns the secret in base 32, and as an `otpauth:` address for a QR; both are shown once.
 */
export function drawSecondFactor(ctx: Context, key: Buffer, account: AccountId, label: string) {
  const drawn = randomBytes(20);
  const secret = new Secret({ buffer: Uint8Array.from(drawn).buffer });
  const row = { sealed: seal(key, account, drawn), lastStep: 0 };
  ctx.db
    .insert(secondFactors)
    .values({ account, ...row })
    .onConflictDoUpdate({ target: secondFactors.account, set: row })
    .run();
  return { secret: secret.base32, address: codesOf(secret, label).toString() };
}

/** @returns the step that the code is of, a phone's clock being up to 30 seconds off; null where it is none. */
export function stepOf(ctx: Context, key: Buffer, account: AccountId, typed: string): number | null {
  const row = ctx.db.select().from(secondFactors).where(eq(secondFactors.account, account)).get();
  if (!row) return null;
  const timestamp = ctx.now.getTime();
  const token = typed.replace(/\D/g, '');
  const off = codesOf(open(key, account, row.sealed), '').validate({ token, timestamp, window: 1 });
  return off === null ? null : Math.floor(timestamp / 1000 / period) + off;
}

/** @returns false where this code or a later one was taken already. */
export function takeStep(ctx: Context, account: AccountId, step: number): boolean {
  const unused = and(eq(secondFactors.account, account), lt(secondFactors.lastStep, step));
  return ctx.db.update(secondFactors).set({ lastStep: step }).where(unused).run().changes === 1;
}
