// Owns the command that tells whether the installation is fit for a vote. It asks on this machine only.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { examine } from '#lib/server/operations/readiness.ts';
import { fingerprintFromHash } from '#lib/domain/result/fingerprint.ts';
import { demonstrationSecretFile, readBackups, readSettings } from '#lib/server/settings.ts';
import type { Command } from './command.ts';
import { readDataFolder } from './read-data-folder.ts';
import { readLine } from './read-line.ts';

const help = `Usage: npm run sigida -- ready

Tries a write on both databases in SIGIDA_DATA (default: data), through the server where one runs, and looks at the free
disk, the age of the last backup and the tasks that failed. One line each; answers 1 where one of them is not well.
Where the secret is at hand, it shows six characters that are the same for the same secret, and tell nothing of it.`;

export const ready: Command = {
  run: async (args) => {
    const line = readLine(args, { help: { type: 'boolean', short: 'h' } });
    if (!line.ok) return (console.error(`${line.why}\n\n${help}`), 2);
    if (line.values.help) return (console.log(help), 0);
    const data = readDataFolder();
    if (!existsSync(join(data, 'portal.db'))) return (console.error(`There is no portal.db in ${data}.`), 1);
    const demonstration = existsSync(demonstrationSecretFile(data));
    const findings = await examine(data, readBackups(process.env, data, demonstration), new Date());
    const secret = describeSecret();
    if (secret) console.log(secret);
    for (const { ok, what } of findings) console.log(`${ok ? 'ok ' : 'NOT'} ${what}`);
    return findings.every(({ ok }) => ok) ? 0 : 1;
  }
};

/** Whoever typed the secret from paper sees whether it is the one. Null where it is not at hand. */
function describeSecret(): string | null {
  try {
    return `--  secret ${fingerprintFromHash(readSettings().keyFor('secret-check'))}`;
  } catch {
    return null;
  }
}
