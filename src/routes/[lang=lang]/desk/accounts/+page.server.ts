import { peopleFor } from '#lib/server/account/people.ts';
import { postsToGive } from '#lib/server/account/posts.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const ctx = requireStaff(event, 'use-desk');
  const people = peopleFor(ctx, event.locals.runtime.settings.keyFor('phone-number'), ctx.actor);
  return { people, mayInvite: postsToGive(ctx.db, ctx.actor).length > 0 };
};
