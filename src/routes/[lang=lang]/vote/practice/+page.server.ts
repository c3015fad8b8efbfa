import { fail, type RequestEvent } from '@sveltejs/kit';
import { isPracticeBallot, practiceMarks } from '#lib/domain/vote/practice.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { readBody, textOf } from '#lib/server/form/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

// Neither the portal's data nor the ballot box is asked for anything here: practice leaves no trace.
export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
};

/** The fruit and the answers so far, or the next page where every fruit has one. */
async function answered<Step extends string>(event: RequestEvent, step: Step) {
  requirePermission(event, 'read-published');
  const marks = practiceMarks(textOf(await readBody(event.request)));
  if (marks.includes(null)) return fail(400, { step: 'ballot' as const, missing: true, marks });
  return { step, missing: false, marks };
}

export const actions: Actions = {
  /** Named as where a card's code is typed, since the ballot's parts post there. */
  code: (event) => answered(event, 'ballot'),

  review: (event) => answered(event, 'recap'),

  confirm: async (event) => {
    requirePermission(event, 'read-published');
    const { marks = '' } = textOf(await readBody(event.request));
    const none = practiceMarks({});
    if (!isPracticeBallot(marks)) return fail(400, { step: 'ballot' as const, missing: true, marks: none });
    return { step: 'over' as const, missing: false, marks: none };
  }
};
