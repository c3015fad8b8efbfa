import { requireStaff } from '#lib/server/auth/guard.ts';
import { pollAt } from '#lib/server/find.ts';
import { sheetsFor } from '#lib/server/vote/sheets.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const found = pollAt(event.locals.ctx.db, event.params.slug);
  const ctx = requireStaff(event, 'open-poll', found.subject);
  return { slug: found.community.slug, name: found.community.name, sheets: sheetsFor(ctx, found) };
};
