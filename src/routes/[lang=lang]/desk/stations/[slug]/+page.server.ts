import { redirect } from '@sveltejs/kit';
import { peopleAtStation } from '#lib/server/account/queries.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { stationAt } from '#lib/server/find-station.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { heardIn, regionsToHear } from '#lib/server/station/coverage.ts';
import { stationForm } from '#lib/server/station/forms.ts';
import { changeStation, endStation, longestStationName } from '#lib/server/station/write-station.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { db } = requireStaff(event, 'manage-stations');
  const station = stationAt(db, event.params.slug);
  return {
    station: { ...station, heardIn: heardIn(db, station) },
    people: peopleAtStation(db, station.id),
    regions: regionsToHear(db),
    longestName: longestStationName
  };
};

export const actions: Actions = {
  'change-station': async (event) => {
    const ctx = requireStaff(event, 'manage-stations');
    const { id, slug } = stationAt(ctx.db, event.params.slug);
    const read = await readForm(event.request, stationForm);
    if (!read.ok) return read.failure;
    const { read: version, ...typed } = read.value;
    const changed = changeStation(ctx, id, typed, version);
    if (!changed.ok) return refusedForm(changed.refusal, read.typed);
    redirect(303, `/${event.locals.lang}/desk/stations/${slug}`);
  },

  'end-station': (event) => {
    const ctx = requireStaff(event, 'manage-stations');
    const ended = endStation(ctx, stationAt(ctx.db, event.params.slug).id);
    if (!ended.ok) return refusedForm(ended.refusal, {});
    redirect(303, `/${event.locals.lang}/desk/stations`);
  }
};
