import { redirect } from '@sveltejs/kit';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { shareReviewed } from '#lib/server/desk/wording.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { doneForm } from '#lib/server/wording/forms.ts';
import { endRemark, howManyWait, waitingRemarks } from '#lib/server/wording/remarks.ts';
import type { Actions, PageServerLoad } from './$types';

/** As many as a reviewer goes through at once. */
const most = 50;

export const load: PageServerLoad = (event) => {
  const { db } = requireStaff(event, 'review-translations');
  return { languages: shareReviewed(), waiting: howManyWait(db), remarks: waitingRemarks(db, most) };
};

export const actions: Actions = {
  done: async (event) => {
    const ctx = requireStaff(event, 'review-translations');
    const read = await readForm(event.request, doneForm);
    if (!read.ok) return read.failure;
    const done = endRemark(ctx, read.value.number);
    if (!done.ok) return refusedForm(done.refusal, read.typed);
    redirect(303, event.url.pathname);
  }
};
