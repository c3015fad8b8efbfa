// Owns filling a data folder with a scenario that a person can be shown. It refuses a folder that holds anything else.
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { closeRuntime, openRuntime } from '#lib/server/runtime.ts';
import { readSettings } from '#lib/server/settings.ts';
import { scenarios, seedScenario, type Scenario } from '../../scripts/seeds/index.ts';
import { drawDemonstrationSecret, signInsFile } from '../../scripts/seeds/staff.ts';
import type { Command } from './command.ts';
import { preparePortal } from './data-folder.ts';
import { readDataFolder } from './read-data-folder.ts';

const names = Object.keys(scenarios).join(', ');
const help = `Usage: npm run sigida -- seed <scenario>

Fills SIGIDA_DATA (default: data) with a scenario on real places: ${names}.
Done already, it changes nothing. Only for demonstrations: the sign-ins are written to demo-sign-ins.txt.`;

const isScenario = (name: string | undefined): name is Scenario => name !== undefined && Object.hasOwn(scenarios, name);

export const seed: Command = {
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' } }
    });
    if (values.help) return (console.log(help), 0);
    const [name] = positionals;
    if (!isScenario(name)) return (console.error(help), 2);
    const data = readDataFolder();
    if (existsSync(signInsFile(data))) return 0;
    if (existsSync(data) && readdirSync(data).length > 0)
      return (console.error(`${data} is no demonstration: choose an empty folder as SIGIDA_DATA.`), 1);
    await seedWhole(data, name);
    console.log(`Seeded "${name}" into ${data}.`);
    return 0;
  }
};

/** Filled beside its place and moved there at the end: whoever is interrupted finds all of it or nothing. */
async function seedWhole(data: string, name: Scenario): Promise<void> {
  const draft = `${data}.seeding`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  drawDemonstrationSecret(draft);
  preparePortal(draft).$client.close();
  const runtime = openRuntime(readSettings({ ...process.env, SIGIDA_DATA: draft, SIGIDA_DEMONSTRATION: '1' }));
  try {
    await seedScenario(runtime, name, new Date());
  } finally {
    closeRuntime(runtime);
  }
  if (existsSync(data)) rmdirSync(data);
  renameSync(draft, data);
}
