// Runs every long form of this folder, one after the other; each writes its own rows of docs/proofs.md. npm run test:long
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
/** Not runs: this one, what they share, and tests. */
const others = /^(all|proofs|.*\.test)\.ts$/;
const args = ['--disable-warning=ExperimentalWarning'];
let failed = 0;
for (const run of readdirSync(folder).filter((name) => name.endsWith('.ts') && !others.test(name))) {
  console.log(`\n── ${run} ──`);
  failed += Number(spawnSync(process.execPath, [...args, folder + run], { stdio: 'inherit' }).status !== 0);
}
process.exitCode = failed > 0 ? 1 : 0;
