import { requireStaff } from '#lib/server/auth/guard.ts';
import { heardIn } from '#lib/server/station/coverage.ts';
import { listStations } from '#lib/server/station/queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { db } = requireStaff(event, 'manage-stations');
  return {
    stations: listStations(db).map((station) => ({ ...station, heardIn: heardIn(db, station) }))
  };
};
