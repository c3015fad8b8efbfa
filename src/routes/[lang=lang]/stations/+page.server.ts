import { requirePermission } from '#lib/server/auth/guard.ts';
import { heardIn } from '#lib/server/station/coverage.ts';
import { listStations } from '#lib/server/station/queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { db } = event.locals.ctx;
  return {
    stations: listStations(db).map((station) => ({
      slug: station.slug,
      name: station.name,
      languages: station.languages,
      heardIn: heardIn(db, station)
    }))
  };
};
