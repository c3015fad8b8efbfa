// Owns acting on a portal's data beside its server, as staff that were hired for one test.
import { join } from 'node:path';
import { makeAccount } from '#lib/server/account/make-account.ts';
import { openPortal, type Portal as Database } from '#lib/server/db/portal.ts';
import { readSettings } from '#lib/server/settings.ts';
import type { Grant } from '#lib/domain/account/permissions.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import type { StaffContext } from '#lib/server/db/context.ts';
import type { Portal } from './server.ts';

/** What somebody types to sign in. */
export type Member = { readonly phone: string; readonly secret: string };
export type Hired = { readonly ctx: StaffContext; readonly member: Member };
export type Beside = { readonly db: Database; readonly hire: (grants: readonly Grant[]) => Promise<Hired> };

export function must<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Error(`A factory was refused: ${JSON.stringify(result.refusal)}`);
}

let made = 0;

/** Numbers unlike those of the demonstration, and of other workers on the same machine. */
const nextPhone = (): string => `8${String(process.pid % 1000).padStart(3, '0')}${String(++made).padStart(4, '0')}`;

export async function beside<Made>(portal: Portal, act: (at: Beside) => Promise<Made>): Promise<Made> {
  const settings = readSettings({ SIGIDA_DATA: portal.data, SIGIDA_DEMONSTRATION: '1' });
  const db = openPortal(join(portal.data, 'portal.db'));
  const now = new Date();
  const hire = async (grants: readonly Grant[]): Promise<Hired> => {
    const phone = nextPhone();
    const account = must(
      await makeAccount({ db, now }, settings.keyFor('phone-number'), { name: phone, phone, grants })
    );
    const ctx = { db, now, actor: { account: account.id, name: phone, grants } };
    return { ctx, member: { phone, secret: account.secret } };
  };
  try {
    return await act({ db, hire });
  } finally {
    db.$client.close();
  }
}
