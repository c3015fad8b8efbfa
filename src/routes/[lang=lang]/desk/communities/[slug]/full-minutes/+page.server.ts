import { requireStaff } from '#lib/server/auth/guard.ts';
import { whereIs } from '#lib/server/community/queries.ts';
import { pollAt } from '#lib/server/find.ts';
import { fullMinutes } from '#lib/server/vote/full-minutes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { community, consultation, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
  const { db } = requireStaff(event, 'publish-result', subject);
  const { slug, name } = community;
  const sheet = fullMinutes(db, event.locals.runtime.settings.project, poll);
  return { slug, name, where: whereIs(db, community.id), number: consultation.number, sheet };
};
