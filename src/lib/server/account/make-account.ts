// Owns making a staff account. Its secret is drawn here, handed back once, and kept as Argon2id only.
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Grant } from '#lib/domain/account/permissions.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { eq } from 'drizzle-orm';
import { appendEntry } from '../audit/append-entry.ts';
import { drawPassphrase, drawPin, hashSecret } from '../auth/secrets.ts';
import { hashPhone, normalisePhone } from '../auth/phone.ts';
import type { Context } from '../db/context.ts';
import { moment } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { newId } from '../db/new-id.ts';
import { accounts } from '../db/schema/account.ts';
import { grantRole } from './grant-role.ts';

type NewAccount = { readonly name: string; readonly phone: string; readonly grants: readonly Grant[] };
type Made = { readonly id: AccountId; readonly secret: string };

/** @param phoneKey hashes phone numbers. @returns the account and its PIN, or the passphrase of an administrator. */
export async function makeAccount(
  ctx: Context,
  phoneKey: Buffer,
  input: NewAccount
): Promise<Result<Made, 'phone-invalid' | 'phone-taken'>> {
  const phone = normalisePhone(input.phone);
  if (!phone) return refuse('phone-invalid', { field: 'phone' });
  const secret = input.grants.some((grant) => grant.role === 'administrator') ? drawPassphrase() : drawPin();
  const secretHash = await hashSecret(secret);
  const phoneHash = hashPhone(phoneKey, phone);
  return inTransaction(ctx.db, () => {
    if (ctx.db.select().from(accounts).where(eq(accounts.phoneHash, phoneHash)).get())
      return refuse('phone-taken', { field: 'phone' });
    const id = newId<AccountId>();
    ctx.db
      .insert(accounts)
      .values({ id, name: input.name, phoneHash, secretHash, madeAt: moment(ctx.now) })
      .run();
    appendEntry(ctx, 'account-made', { subject: id });
    for (const grant of input.grants) grantRole(ctx, id, grant);
    return ok({ id, secret });
  });
}
