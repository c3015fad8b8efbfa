// Owns the list of scenarios: what each shows, on which communities.
import { ok } from '#lib/domain/shared/result.ts';
import { appendEntry } from '#lib/server/audit/append-entry.ts';
import { inTransaction } from '#lib/server/db/in-transaction.ts';
import type { Runtime } from '#lib/server/runtime.ts';
import { announceEvents } from './events.ts';
import { decided, empty, proposing, voting, type Stand } from './scenarios.ts';
import { makeStations } from './stations.ts';
import { makeStaff } from './staff.ts';

export const scenarios = {
  empty: (stand: Stand) => void empty(stand),
  proposing: (stand: Stand) => void proposing(stand),
  voting: (stand: Stand) => void voting(stand),
  decided: (stand: Stand) => void decided(stand),
  demonstration: (stand: Stand) =>
    announceEvents(stand, [empty(stand), proposing(stand), voting(stand), decided(stand)])
};

export type Scenario = keyof typeof scenarios;

export async function seedScenario(runtime: Runtime, name: Scenario, now: Date): Promise<void> {
  const staff = await makeStaff(runtime, now);
  makeStations({ runtime, staff, now });
  scenarios[name]({ runtime, staff, now });
  const ctx = { db: runtime.db, now };
  inTransaction(runtime.db, () => ok(appendEntry(ctx, 'demonstration-seeded', { details: { scenario: name } })));
}
