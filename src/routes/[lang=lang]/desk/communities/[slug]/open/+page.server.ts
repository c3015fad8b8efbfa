import { redirect } from '@sveltejs/kit';
import { object } from 'valibot';
import { isOver } from '#lib/domain/community/consultation-stages.ts';
import { requirePermission, requireStaff } from '#lib/server/auth/guard.ts';
import { mostPeople, openConsultation } from '#lib/server/community/open-consultation.ts';
import { newestConsultation } from '#lib/server/community/queries.ts';
import { communityAt } from '#lib/server/find.ts';
import { mostFrancs, optionalNumber, requiredNumber } from '#lib/server/form/fields.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { db } = event.locals.ctx;
  const { community, subject } = communityAt(db, event.params.slug);
  requirePermission(event, 'open-consultation', subject);
  const newest = newestConsultation(db, community.id);
  return { slug: community.slug, name: community.name, running: newest !== null && !isOver(newest.stage) };
};

const newConsultation = object({
  sumAvailable: requiredNumber(mostFrancs),
  ownShare: requiredNumber(mostFrancs),
  households: optionalNumber(mostPeople),
  adultHosts: optionalNumber(mostPeople),
  adultReturned: optionalNumber(mostPeople)
});

export const actions: Actions = {
  'open-consultation': async (event) => {
    const { community, subject } = communityAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'open-consultation', subject);
    const read = await readForm(event.request, newConsultation);
    if (!read.ok) return read.failure;
    const opened = openConsultation(ctx, community.id, read.value);
    if (!opened.ok) return refusedForm(opened.refusal, read.typed);
    redirect(303, `/${event.locals.lang}/desk/communities/${community.slug}`);
  }
};
