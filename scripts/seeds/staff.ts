// Owns the staff of the demonstration: drawn once, kept in a file that only the owner can read.
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { grantRole } from '#lib/server/account/grant-role.ts';
import { makeAccount } from '#lib/server/account/make-account.ts';
import type { Grant } from '#lib/domain/account/permissions.ts';
import type { AccountId, CommunityId, PCode } from '#lib/domain/shared/ids.ts';
import { ok } from '#lib/domain/shared/result.ts';
import type { StaffContext } from '#lib/server/db/context.ts';
import { inTransaction } from '#lib/server/db/in-transaction.ts';
import type { Runtime } from '#lib/server/runtime.ts';
import { demonstrationSecretFile } from '#lib/server/settings.ts';

export const signInsFile = (data: string): string => join(data, 'demo-sign-ins.txt');

/** Written before anything else, since accounts are hashed with it. */
export function drawDemonstrationSecret(data: string): void {
  const file = demonstrationSecretFile(data);
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
}

/** The two regions where the demonstration takes place: Gao and Tombouctou. */
const areas = ['ML07', 'ML06'] as PCode[];
const facilitator: readonly Grant[] = areas.map((area) => ({ role: 'facilitator', area }));

/** Numbers that no network gives out. */
const people = {
  facilitator: { role: 'Facilitator', name: 'Fatoumata', phone: '90 00 00 01', grants: facilitator },
  committee: { role: 'Committee', name: 'Aïssata', phone: '90 00 00 02', grants: [] },
  second: { role: 'Committee', name: 'Ibrahim', phone: '90 00 00 03', grants: [] },
  radio: { role: 'Radio', name: 'Mariam', phone: '90 00 00 04', grants: [{ role: 'radio' }] },
  administrator: { role: 'Administrator', name: 'Oumar', phone: '90 00 00 05', grants: [{ role: 'administrator' }] }
} as const satisfies Record<string, { role: string; name: string; phone: string; grants: readonly Grant[] }>;

export type Staffing = Readonly<
  Record<keyof typeof people, { readonly account: AccountId; readonly grants: readonly Grant[] }>
>;

/** Makes the accounts and writes how to sign in. @throws when the data folder has them already. */
export async function makeStaff({ db, settings }: Runtime, now: Date): Promise<Staffing> {
  const made: Record<string, { account: AccountId; grants: readonly Grant[] }> = {};
  const lines: string[] = [];
  for (const [key, { role, name, phone, grants }] of Object.entries(people)) {
    const account = await makeAccount({ db, now }, settings.keyFor('phone-number'), { name, phone, grants });
    if (!account.ok) throw new Error(`The demonstration could not make ${name}: ${account.refusal.code}`);
    made[key] = { account: account.value.id, grants };
    lines.push(`${role.padEnd(14)} ${name.padEnd(10)} ${phone}   ${account.value.secret}`);
  }
  const text = `Sign in at /fr/desk with the number and the code (demonstration only):\n${lines.join('\n')}\n`;
  writeFileSync(signInsFile(settings.data), text, { mode: 0o600 });
  return made as Staffing;
}

/** Somebody of the demonstration at work, at a moment. */
export const actingAs = (runtime: Runtime, staff: Staffing, who: keyof Staffing, now: Date): StaffContext => ({
  db: runtime.db,
  now,
  actor: { account: staff[who].account, name: people[who].name, grants: staff[who].grants }
});

/** Both committee members serve in every community of the demonstration. */
export function joinCommittee({ db }: Runtime, staff: Staffing, community: CommunityId, now: Date): void {
  inTransaction(db, () => {
    for (const { account } of [staff.committee, staff.second])
      grantRole({ db, now }, account, { role: 'committee', community });
    return ok(null);
  });
}
