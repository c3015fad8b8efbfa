// Owns the databases of the running server: opened once, at start, never while the program is being built.
import { join } from 'node:path';
import { openPortal, type Portal } from './db/portal.ts';
import { refuseUnfinishedRestore } from './operations/swap.ts';
import { readSettings, type Settings } from './settings.ts';
import { openBallotBox, type BallotBox } from './vote/ballot-box.ts';
import { finishIntentions } from './vote/finish-intentions.ts';

export type Runtime = { readonly settings: Settings; readonly db: Portal; readonly box: BallotBox };

/** Kept beside this module, since a development server loads it anew at every change and the box is held by one holder. */
const keeper = globalThis as typeof globalThis & { sigidaRuntime?: Runtime };

/** @throws when the data folder is taken by another server, or a setting is missing. */
export const runtime = (): Runtime => (keeper.sigidaRuntime ??= startRuntime());

/** What an earlier run left unfinished between the two files is finished before anybody is answered. */
function startRuntime(): Runtime {
  const opened = openRuntime(readSettings());
  finishIntentions({ db: opened.db, now: new Date() }, opened.box);
  return opened;
}

export function openRuntime(settings: Settings): Runtime {
  const box = openBallotBox(join(settings.data, 'ballots.db'), settings.keyFor('card-code'));
  // Once the box is held, since a restore that began before that has written its mark by now.
  refuseUnfinishedRestore(settings.data);
  return { settings, box, db: openPortal(join(settings.data, 'portal.db')) };
}

export function closeRuntime({ db, box }: Runtime): void {
  db.$client.close();
  box.close();
}
