// Runs every bench of this folder, one after the other. npm run bench
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
let failed = 0;
for (const bench of readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'all.ts')) {
  console.log(`\n── ${bench} ──`);
  failed += Number(spawnSync(process.execPath, [folder + bench], { stdio: 'inherit' }).status !== 0);
}
process.exitCode = failed > 0 ? 1 : 0;
