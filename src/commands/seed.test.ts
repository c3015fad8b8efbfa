import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { preparePortal } from './data-folder.ts';
import { consultationAt } from '#lib/server/find.ts';
import { closeRuntime, openRuntime, type Runtime } from '#lib/server/runtime.ts';
import { readSettings } from '#lib/server/settings.ts';
import { pollPhase } from '#lib/server/vote/poll-phase.ts';
import { newestPoll } from '#lib/server/vote/queries.ts';
import { seedScenario } from '../../scripts/seeds/index.ts';
import { drawDemonstrationSecret } from '../../scripts/seeds/staff.ts';

let runtime: Runtime;

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'sigida-seeds-'));
  drawDemonstrationSecret(data);
  preparePortal(data).$client.close();
  runtime = openRuntime(readSettings({ SIGIDA_DATA: data, SIGIDA_DEMONSTRATION: '1' }));
  await seedScenario(runtime, 'demonstration', new Date());
});
afterAll(() => closeRuntime(runtime));

test.each([
  ['kabara', 'proposing', null, null, []],
  ['bagoundie', 'voting', 'first', 'open', ['open']],
  ['gargouna', 'decided', 'first', 'published', ['in']],
  ['bara', 'decided', 'first', 'published', ['in']],
  ['konna', 'second-ballot', 'second-none-eligible', 'open', ['open']],
  ['tonka', 'decided', 'second-tie', 'published', ['in']],
  ['hombori', 'voting', 'first', 'open', ['in', 'open']],
  ['bintagoungou', 'frozen', 'first', 'missed', ['planned']],
  ['sarafere', 'frozen', 'first', 'planned', ['planned']]
])('the demonstration shows %s as %s', (slug, stage, kind, phase, sittings) => {
  const { db } = runtime;
  const { consultation } = consultationAt(db, slug);
  const poll = newestPoll(db, consultation.id);
  expect(consultation.stage).toBe(stage);
  expect([poll?.kind ?? null, poll ? pollPhase(db, poll) : null]).toEqual([kind, phase]);
  expect(poll?.sittings.map(({ state }) => state) ?? []).toEqual(sittings);
});
