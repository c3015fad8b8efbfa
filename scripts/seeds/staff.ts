// Owns the staff of the demonstration: drawn once, kept in a file that only the owner can read.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { grantRole } from '#lib/server/account/grant-role.ts';
import { makeAccount } from '#lib/server/account/make-account.ts';
import { isAdministrator, type Grant } from '#lib/domain/account/permissions.ts';
import type { AccountId, CommunityId, PCode, StationId } from '#lib/domain/shared/ids.ts';
import { ok } from '#lib/domain/shared/result.ts';
import { findByPhone } from '#lib/server/auth/authenticate.ts';
import { drawSecondFactor } from '#lib/server/auth/second-factor.ts';
import { drawSlip, endSlips } from '#lib/server/auth/slips.ts';
import type { Context, StaffContext } from '#lib/server/db/context.ts';
import { inTransaction } from '#lib/server/db/in-transaction.ts';
import type { Runtime } from '#lib/server/runtime.ts';
import { demonstrationSecretFile } from '#lib/server/settings.ts';

export const signInsFile = (data: string): string => join(data, 'demo-sign-ins.txt');

/** Written before anything else, since accounts are hashed with it. */
export function drawDemonstrationSecret(data: string): void {
  const file = demonstrationSecretFile(data);
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
}

/** The regions where the demonstration takes place: Gao, Tombouctou and Mopti. */
const areas = ['ML07', 'ML06', 'ML05'] as PCode[];
const facilitator: readonly Grant[] = areas.map((area) => ({ role: 'facilitator', area }));

/** Numbers that no network gives out. */
const people = {
  facilitator: { role: 'Facilitator', name: 'Fatoumata', phone: '90 00 00 01', grants: facilitator },
  committee: { role: 'Committee', name: 'Aïssata', phone: '90 00 00 02', grants: [] },
  second: { role: 'Committee', name: 'Ibrahim', phone: '90 00 00 03', grants: [] },
  radio: { role: 'Radio', name: 'Mariam', phone: '90 00 00 04', grants: [] },
  administrator: { role: 'Administrator', name: 'Oumar', phone: '90 00 00 05', grants: [{ role: 'administrator' }] },
  speaker: { role: 'Speaker', name: 'Kadidia', phone: '90 00 00 06', grants: [{ role: 'speaker' }] }
} as const satisfies Record<string, { role: string; name: string; phone: string; grants: readonly Grant[] }>;

export type Staffing = Readonly<
  Record<keyof typeof people, { readonly account: AccountId; readonly grants: readonly Grant[] }>
>;

/** Makes the accounts and writes how to sign in. @throws when the data folder has them already. */
export async function makeStaff({ db, settings }: Runtime, now: Date): Promise<Staffing> {
  const made: Record<string, { account: AccountId; grants: readonly Grant[] }> = {};
  const secrets: Record<string, string> = {};
  for (const [key, { name, phone, grants }] of Object.entries(people)) {
    const account = await makeAccount({ db, now }, settings.keyFor('phone-number'), { name, phone, grants });
    if (!account.ok) throw new Error(`The demonstration could not make ${name}: ${account.refusal.code}`);
    made[key] = { account: account.value.id, grants };
    secrets[phone] = account.value.secret;
  }
  writeSignIns({ db, settings }, secrets, now);
  return made as Staffing;
}

type Opened = Pick<Runtime, 'db' | 'settings'>;

const slipsEach = 5;

/** Draws new slips and a new second factor: those of before let nobody in any more. @param secrets by phone number */
function writeSignIns({ db, settings }: Opened, secrets: Readonly<Record<string, string>>, now: Date): void {
  const ctx = { db, now };
  const lines = Object.values(people).map((person) => {
    const found = findByPhone(db, settings.keyFor('phone-number'), person.phone);
    if (!found) throw new Error(`The demonstration has no ${person.name} any more.`);
    const proof = isAdministrator(found)
      ? `TOTP secret ${drawSecondFactor(ctx, settings.keyFor('second-factor'), found.account, person.name).secret}`
      : `slips ${drawSlips(ctx, settings.keyFor('slip-code'), found.account).join(', ')}`;
    const secret = secrets[person.phone] ?? '';
    return `${person.role.padEnd(14)} ${person.name.padEnd(10)} ${person.phone}   ${secret.padEnd(8)} ${proof}`;
  });
  writeFileSync(signInsFile(settings.data), `${heading}\n${lines.join('\n')}\n`, { mode: 0o600 });
}

const heading = `Sign in at /fr/desk with the number and the code (demonstration only). A browser that is new to somebody
needs a slip besides, each good once; the administrator needs a code that an app shows for the TOTP secret.`;

function drawSlips(ctx: Context, key: Buffer, account: AccountId): readonly string[] {
  endSlips(ctx, account);
  return Array.from({ length: slipsEach }, () => drawSlip(ctx, key, account, null));
}

/** At each start: PINs stay, slips and the second factor are drawn anew. */
export function renewSignIns(opened: Opened, now: Date): void {
  const file = signInsFile(opened.settings.data);
  if (!existsSync(file)) return;
  const written = readFileSync(file, 'utf8').matchAll(/ (\d\d(?: \d\d){3}) {3}(\S+)/g);
  writeSignIns(opened, Object.fromEntries([...written].map(([, phone = '', secret = '']) => [phone, secret])), now);
}

/** Somebody of the demonstration at work, at a moment. */
export const actingAs = (runtime: Runtime, staff: Staffing, who: keyof Staffing, now: Date): StaffContext => ({
  db: runtime.db,
  now,
  actor: { account: staff[who].account, name: people[who].name, grants: staff[who].grants }
});

/** The producer works at one of the demonstration's stations. */
export const joinStation = ({ db }: Runtime, staff: Staffing, station: StationId, now: Date): void =>
  void inTransaction(db, () => ok(grantRole({ db, now }, staff.radio.account, { role: 'radio', station })));

/** Both committee members serve in every community of the demonstration. */
export function joinCommittee({ db }: Runtime, staff: Staffing, community: CommunityId, now: Date): void {
  inTransaction(db, () => {
    for (const { account } of [staff.committee, staff.second])
      grantRole({ db, now }, account, { role: 'committee', community });
    return ok(null);
  });
}
