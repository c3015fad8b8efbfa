import { redirect } from '@sveltejs/kit';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { regionsToHear } from '#lib/server/station/coverage.ts';
import { newStationForm } from '#lib/server/station/forms.ts';
import { longestStationName, makeStation } from '#lib/server/station/write-station.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { db } = requireStaff(event, 'manage-stations');
  return { regions: regionsToHear(db), longestName: longestStationName };
};

export const actions: Actions = {
  default: async (event) => {
    const ctx = requireStaff(event, 'manage-stations');
    const read = await readForm(event.request, newStationForm);
    if (!read.ok) return read.failure;
    const made = makeStation(ctx, read.value);
    if (!made.ok) return refusedForm(made.refusal, read.typed);
    redirect(303, `/${event.locals.lang}/desk/stations/${made.value.slug}`);
  }
};
