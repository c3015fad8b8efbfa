// Owns the second person's word on the same form: their own number and PIN, another account, and the same right.
import { can, type Action, type Subject } from '#lib/domain/account/permissions.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { StaffContext } from '../db/context.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { authenticate, type Credentials } from './authenticate.ts';

export type SecondPersonRefusal = 'sign-in-wrong' | 'sign-in-wait' | 'second-person-same' | 'second-person-may-not';

/** @returns the second account, having proved itself just now; refusals name `secondSecret` or `secondPhone`. */
export async function confirmBySecondPerson(
  ctx: StaffContext,
  phoneKey: Buffer,
  credentials: Credentials,
  action: Action,
  subject: Subject
): Promise<Result<AccountId, SecondPersonRefusal>> {
  const found = await authenticate(ctx, phoneKey, credentials);
  if (!found.ok) return refuse(found.refusal.code, { ...found.refusal, field: 'secondSecret' });
  if (found.value.account === ctx.actor.account) return refuse('second-person-same', { field: 'secondPhone' });
  if (!can(found.value, action, subject)) return refuse('second-person-may-not', { field: 'secondPhone' });
  return ok(found.value.account);
}
