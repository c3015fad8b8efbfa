import { requirePermission } from '#lib/server/auth/guard.ts';
import { resultAt } from '#lib/server/find.ts';
import { objectionsTo } from '#lib/server/vote/objections.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { community, consultation, result } = resultAt(event.locals, event.params.slug);
  return {
    slug: community.slug,
    name: community.name,
    number: consultation.number,
    record: result.record,
    options: result.poll.options.map(({ id, letter, colour, icon, title, language }) => ({
      id,
      letter,
      colour,
      icon,
      title,
      language
    })),
    /** Those against the result that is told whole. */
    objections: result.record ? objectionsTo(event.locals.ctx.db, result.poll.id) : [],
    view: result.view
  };
};
