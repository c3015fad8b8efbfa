// Owns signing in: a PIN on an enrolled device, or with a slip on a new one; a passphrase with a code of the app for administrators.
import { isAdministrator } from '#lib/domain/account/permissions.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { appendEntry } from '../audit/append-entry.ts';
import type { Context, Staff } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { authenticate, findByPhone, type Credentials, type SignInRefusal } from './authenticate.ts';
import { drawDeviceSecret, enrolDevice, isEnrolled, isKnownDevice } from './devices.ts';
import { stepOf, takeStep } from './second-factor.ts';
import { findSlip, useSlip } from './slips.ts';

/** `proof` is the code of a slip or of the app; '' where the device is enrolled. */
export type SignIn = Credentials & { readonly proof: string };

/** Keys of 32 bytes that are kept outside the database. */
export type KeyFor = (
  purpose: 'phone-number' | 'slip-code' | 'pairing-code' | 'second-factor' | 'record-signing'
) => Buffer;

/** @param device the secret in the browser's cookie, '' without one. @returns who it is, and what the cookie must hold from now on. */
export async function signIn(
  ctx: Context,
  keyFor: KeyFor,
  { phone, secret, proof }: SignIn,
  device: string
): Promise<Result<{ readonly staff: Staff; readonly device: string }, SignInRefusal>> {
  const phoneKey = keyFor('phone-number');
  const claimed = findByPhone(ctx.db, phoneKey, phone);
  const enrolled = claimed !== null && device !== '' && isEnrolled(ctx.db, claimed.account, device);
  const proves = (staff: Staff): boolean => {
    if (isAdministrator(staff)) {
      const step = stepOf(ctx, keyFor('second-factor'), staff.account, proof);
      return step !== null && takeStep(ctx, staff.account, step);
    }
    if (enrolled) return true;
    const slip = findSlip(ctx, keyFor('slip-code'), staff.account, proof);
    return slip !== null && useSlip(ctx, slip);
  };
  const found = await authenticate(ctx, phoneKey, { phone, secret }, enrolled ? 'own-device' : 'new-device', proves);
  if (!found.ok) return found;
  const kept = device && isKnownDevice(ctx.db, device) ? device : drawDeviceSecret();
  if (!enrolled && !isAdministrator(found.value)) enrol(ctx, found.value, kept);
  return ok({ staff: found.value, device: kept });
}

const enrol = (ctx: Context, actor: Staff, device: string): Result<null> =>
  inTransaction(ctx.db, () => {
    enrolDevice(ctx, actor.account, device);
    appendEntry({ ...ctx, actor }, 'device-enrolled', { subject: actor.account });
    return ok(null);
  });
