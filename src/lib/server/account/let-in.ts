// Owns how somebody gets in: inviting, a slip for a new device, a new PIN, unlocking. What it draws is handed back once.
import { eq } from 'drizzle-orm';
import type { Grant } from '#lib/domain/account/permissions.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { forgiveFailures } from '../auth/authenticate.ts';
import { endDevices } from '../auth/devices.ts';
import { drawSecondFactor } from '../auth/second-factor.ts';
import { drawPassphrase, drawPin, hashSecret } from '../auth/secrets.ts';
import type { KeyFor } from '../auth/sign-in.ts';
import { drawSlip, endSlips } from '../auth/slips.ts';
import type { StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { accounts } from '../db/schema/account.ts';
import { endSessions } from './end-account.ts';
import { makeAccount } from './make-account.ts';

/** What is printed on the paper that is handed over: a PIN or passphrase where it is new, and what a new device needs. */
export type WayIn = {
  readonly name: string;
  readonly secret: string | null;
  readonly slip: string | null;
  readonly factor: { readonly secret: string; readonly address: string } | null;
};

type Invitation = { readonly name: string; readonly phone: string; readonly grant: Grant };

const proofFor = (ctx: StaffContext, keyFor: KeyFor, account: AccountId, name: string, administrator: boolean) =>
  administrator
    ? { slip: null, factor: drawSecondFactor(ctx, keyFor('second-factor'), account, name) }
    : { slip: drawSlip(ctx, keyFor('slip-code'), account, ctx.actor.account), factor: null };

export async function inviteAccount(
  ctx: StaffContext,
  keyFor: KeyFor,
  { name, phone, grant }: Invitation
): Promise<Result<WayIn, 'phone-invalid' | 'phone-taken'>> {
  const made = await makeAccount(ctx, keyFor('phone-number'), { name, phone, grants: [grant] });
  if (!made.ok) return made;
  const { id, secret } = made.value;
  return ok({ name, secret, ...proofFor(ctx, keyFor, id, name, grant.role === 'administrator') });
}

export type WayInTarget = { readonly id: AccountId; readonly name: string; readonly administrator: boolean };

/** For one more device of somebody who keeps their PIN. Earlier slips are worth nothing any more. */
export function giveSlip(ctx: StaffContext, keyFor: KeyFor, { id, name, administrator }: WayInTarget): WayIn {
  endSlips(ctx, id);
  return { name, secret: null, ...proofFor(ctx, keyFor, id, name, administrator) };
}

/** Everything that let them in until now is over: sessions, devices, slips, the PIN itself. */
export async function resetSecret(ctx: StaffContext, keyFor: KeyFor, target: WayInTarget): Promise<Result<WayIn>> {
  const { id, administrator } = target;
  const secret = administrator ? drawPassphrase() : drawPin();
  const secretHash = await hashSecret(secret);
  const phoneHash = phoneHashOf(ctx, id);
  return inTransaction(ctx.db, () => {
    ctx.db.update(accounts).set({ secretHash }).where(eq(accounts.id, id)).run();
    endSessions(ctx.db, id);
    endDevices(ctx, id);
    forgiveFailures(ctx.db, keyFor('phone-number'), phoneHash);
    return ok({ ...giveSlip(ctx, keyFor, target), secret });
  });
}

export const letInActs = ['slip', 'reset', 'unlock'] as const;
export type LetInAct = (typeof letInActs)[number];

/** What two people decided on somebody's account. @returns the paper to hand over; null where there is none. */
export async function letIn(
  ctx: StaffContext,
  keyFor: KeyFor,
  target: WayInTarget,
  act: LetInAct
): Promise<Result<WayIn | null>> {
  switch (act) {
    case 'slip':
      return ok(giveSlip(ctx, keyFor, target));
    case 'reset':
      return resetSecret(ctx, keyFor, target);
    case 'unlock':
      return (unlock(ctx, keyFor, target.id), ok(null));
  }
}

/** Lets somebody try again who was locked out by wrong PINs. */
export const unlock = (ctx: StaffContext, keyFor: KeyFor, account: AccountId): void =>
  forgiveFailures(ctx.db, keyFor('phone-number'), phoneHashOf(ctx, account));

function phoneHashOf(ctx: StaffContext, account: AccountId): string {
  const row = ctx.db.select().from(accounts).where(eq(accounts.id, account)).get();
  if (!row) throw new Error('An account that was just found is gone.');
  return row.phoneHash;
}
