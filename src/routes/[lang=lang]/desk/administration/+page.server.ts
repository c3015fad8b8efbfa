import { requireStaff } from '#lib/server/auth/guard.ts';
import { lockedPeople } from '#lib/server/desk/what-waits.ts';
import {
  accountsByRole,
  chainOf,
  consultationsByStage,
  languagesWithStatus,
  lastBackup,
  storage,
  tasksOf
} from '#lib/server/desk/administration.ts';
import { listStations } from '#lib/server/station/queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const ctx = requireStaff(event, 'manage-backups');
  const { settings } = event.locals.runtime;
  return {
    accounts: accountsByRole(ctx.db),
    locked: lockedPeople(ctx, settings.keyFor('phone-number')),
    ...consultationsByStage(ctx.db),
    stations: listStations(ctx.db).length,
    languages: languagesWithStatus(),
    storage: storage(settings.data),
    backup: lastBackup(settings.backups),
    tasks: tasksOf(ctx.db),
    chain: chainOf(ctx.db, event.url.searchParams.has('verify'))
  };
};
