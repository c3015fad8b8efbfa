// Owns the databases of the running server: opened once, at the first request, never while the program is being built.
import { join } from 'node:path';
import { openPortal, type Portal } from './db/portal.ts';
import { readSettings, type Settings } from './settings.ts';
import { openBallotBox, type BallotBox } from './vote/ballot-box.ts';

export type Runtime = { readonly settings: Settings; readonly db: Portal; readonly box: BallotBox };

let opened: Runtime | undefined;

/** @throws when the data folder is taken by another server, or a setting is missing. */
export function runtime(): Runtime {
  opened ??= openRuntime(readSettings());
  return opened;
}

export function openRuntime(settings: Settings): Runtime {
  const box = openBallotBox(join(settings.data, 'ballots.db'), settings.keyFor('card-code'));
  return { settings, box, db: openPortal(join(settings.data, 'portal.db')) };
}

export function closeRuntime(): void {
  opened?.db.$client.close();
  opened?.box.close();
  opened = undefined;
}
