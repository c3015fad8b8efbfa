// Owns setting SQLite's pragmas and reading them back: a silent default has lost votes elsewhere.
import type Database from 'better-sqlite3';

/** @throws naming the pragma that did not take. */
export function requireSettings(client: Database.Database, settings: Readonly<Record<string, string | number>>): void {
  for (const [name, wanted] of Object.entries(settings)) {
    client.pragma(`${name} = ${wanted}`);
    const found = client.pragma(name, { simple: true });
    if (found !== wanted) throw new Error(`${client.name}: ${name} is ${String(found)}, and must be ${wanted}`);
  }
}
