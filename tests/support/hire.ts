// Owns acting on a portal's data beside its server, as staff that were hired for one test.
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { makeAccount } from '#lib/server/account/make-account.ts';
import { drawSecondFactor } from '#lib/server/auth/second-factor.ts';
import { drawSlip } from '#lib/server/auth/slips.ts';
import { openPortal, type Portal as Database } from '#lib/server/db/portal.ts';
import type { MediaStore } from '#lib/server/media/media-store.ts';
import { readSettings } from '#lib/server/settings.ts';
import { isAdministrator, type Grant } from '#lib/domain/account/permissions.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import type { StaffContext } from '#lib/server/db/context.ts';
import type { Portal } from './server.ts';

/** Whoever may sign in. `slip` lets them in from one new browser; `factor` is an administrator's TOTP secret instead. */
export type Member = {
  readonly phone: string;
  readonly secret: string;
  readonly slip?: string;
  readonly factor?: string;
};

/** What they type besides, in a browser that is new to them. */
export const proofOf = ({ slip, factor }: Member): string =>
  factor ? new TOTP({ secret: Secret.fromBase32(factor) }).generate() : (slip ?? '');

export type Hired = { readonly ctx: StaffContext; readonly member: Member };
export type Beside = {
  readonly db: Database;
  readonly store: MediaStore;
  readonly hire: (grants: readonly Grant[]) => Promise<Hired>;
};

export function must<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Error(`A factory was refused: ${JSON.stringify(result.refusal)}`);
}

let made = 0;

/** Numbers unlike those of the demonstration, and of other workers on the same machine. */
const nextPhone = (): string => `8${String(process.pid % 1000).padStart(3, '0')}${String(++made).padStart(4, '0')}`;

export const settingsOf = (portal: Pick<Portal, 'data'>) =>
  readSettings({ SIGIDA_DATA: portal.data, SIGIDA_DEMONSTRATION: '1' });

export async function beside<Made>(portal: Pick<Portal, 'data'>, act: (at: Beside) => Promise<Made>): Promise<Made> {
  const settings = settingsOf(portal);
  const db = openPortal(join(portal.data, 'portal.db'));
  const now = new Date();
  const hire = async (grants: readonly Grant[]): Promise<Hired> => {
    const phone = nextPhone();
    const account = must(
      await makeAccount({ db, now }, settings.keyFor('phone-number'), { name: phone, phone, grants })
    );
    const ctx = { db, now, actor: { account: account.id, name: phone, grants } };
    const member = { phone, secret: account.secret };
    if (!isAdministrator({ grants }))
      return { ctx, member: { ...member, slip: drawSlip(ctx, settings.keyFor('slip-code'), account.id, null) } };
    const factor = drawSecondFactor(ctx, settings.keyFor('second-factor'), account.id, phone).secret;
    return { ctx, member: { ...member, factor } };
  };
  try {
    return await act({ db, store: settings, hire });
  } finally {
    db.$client.close();
  }
}
