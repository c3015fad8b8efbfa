// Owns two people's word on one form: the PIN of whoever is signed in, again, and the number and PIN of another with the same right.
import { can, type Action, type Subject } from '#lib/domain/account/permissions.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { StaffContext } from '../db/context.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { authenticate, confirmOwnSecret, type SignInRefusal } from './authenticate.ts';

export type SecondPersonRefusal = SignInRefusal | 'second-person-same' | 'second-person-may-not';

export type TwoPeople = { readonly ownSecret: string; readonly secondPhone: string; readonly secondSecret: string };

/** @returns the second account, both having proved themselves just now; refusals name the field at fault. */
export async function confirmBySecondPerson(
  ctx: StaffContext,
  phoneKey: Buffer,
  { ownSecret, secondPhone: phone, secondSecret: secret }: TwoPeople,
  action: Action,
  subjects: readonly Subject[]
): Promise<Result<AccountId, SecondPersonRefusal>> {
  const own = await confirmOwnSecret(ctx, ownSecret);
  if (!own.ok) return refuse(own.refusal.code, { ...own.refusal, field: 'ownSecret' });
  const found = await authenticate(ctx, phoneKey, { phone, secret });
  if (!found.ok) return refuse(found.refusal.code, { ...found.refusal, field: 'secondSecret' });
  const { value: second } = found;
  if (second.account === ctx.actor.account) return refuse('second-person-same', { field: 'secondPhone' });
  const may = subjects.length > 0 && subjects.every((subject) => can(second, action, subject));
  return may ? ok(second.account) : refuse('second-person-may-not', { field: 'secondPhone' });
}
