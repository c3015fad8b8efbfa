// Owns the list of scenarios: what each shows, on which communities.
import { ok } from '#lib/domain/shared/result.ts';
import { appendEntry } from '#lib/server/audit/append-entry.ts';
import { inTransaction } from '#lib/server/db/in-transaction.ts';
import type { Runtime } from '#lib/server/runtime.ts';
import { counted, lot, missed, phone, secondBallot, twoSittings, voided } from './assemblies.ts';
import { announceEvents } from './events.ts';
import type { Stand } from './foundations.ts';
import { decided, empty, proposing, voting } from './scenarios.ts';
import { broadcast, makeStations } from './stations.ts';
import { lendVoices } from './voices.ts';
import { makeStaff } from './staff.ts';

/** One community at each stage of the journey, and the events of two weeks: what most tests start from. */
const journey = (stand: Stand) =>
  announceEvents(stand, [empty(stand), proposing(stand), voting(stand), decided(stand)]);

const assemblies = {
  counted,
  'second-ballot': secondBallot,
  lot,
  'two-sittings': twoSittings,
  missed,
  voided,
  phone
} as const satisfies Readonly<Record<string, (stand: Stand) => unknown>>;

export const scenarios = {
  empty,
  proposing,
  voting,
  decided,
  ...assemblies,
  journey,
  demonstration: (stand: Stand) => {
    journey(stand);
    for (const assemble of Object.values(assemblies)) assemble(stand);
  }
} as const satisfies Readonly<Record<string, (stand: Stand) => unknown>>;

export type Scenario = keyof typeof scenarios;

export async function seedScenario(runtime: Runtime, name: Scenario, now: Date): Promise<void> {
  const staff = await makeStaff(runtime, now);
  makeStations({ runtime, staff, now });
  scenarios[name]({ runtime, staff, now });
  if (name === 'demonstration') await lendVoices({ runtime, staff, now });
  broadcast({ runtime, staff, now });
  const ctx = { db: runtime.db, now };
  inTransaction(runtime.db, () => ok(appendEntry(ctx, 'demonstration-seeded', { details: { scenario: name } })));
}
