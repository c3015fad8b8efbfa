// Owns how much may be sent in a while: an account by itself, all visitors together. Of visitors it keeps one number.
import { allowance } from '#lib/domain/media/limits.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { consume, type Limit } from '../auth/limiter.ts';
import type { Context } from '../db/context.ts';

const inKilobytes = (bytes: number): number => Math.ceil(bytes / 1024);

const limits = {
  account: { table: 'uploads_by_account', points: inKilobytes(allowance.account.bytes), ...allowance.account },
  visitors: { table: 'uploads_by_visitors', points: inKilobytes(allowance.visitors.bytes), ...allowance.visitors }
} satisfies Record<string, Limit>;

/** Counts what was sent, kept or not: decoding costs as much as keeping. @returns whether it may still be taken. */
export const countUpload = ({ db }: Context, by: AccountId | null, bytes: number): Promise<boolean> =>
  by ? consume(db, limits.account, by, inKilobytes(bytes)) : consume(db, limits.visitors, 'all', inKilobytes(bytes));
