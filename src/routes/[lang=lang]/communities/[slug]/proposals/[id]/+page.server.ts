import { error } from '@sveltejs/kit';
import { can, visitor } from '#lib/domain/account/permissions.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { communityAt } from '#lib/server/find.ts';
import { findProposal, findPublicProposal } from '#lib/server/proposal/queries.ts';
import { leftOffOf, newestPoll } from '#lib/server/vote/queries.ts';
import type { PageServerLoad } from './$types';

/** One that waits exists for those alone who may answer it. What is withheld is withheld here from them too: see the desk. */
export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { ctx, staff } = event.locals;
  const { community, subject } = communityAt(ctx.db, event.params.slug);
  const mayScreen = can(staff ?? visitor, 'screen', subject);
  const about = { id: event.params.id, slug: community.slug, name: community.name, mayScreen };
  const told = findPublicProposal(ctx.db, community.id, event.params.id);
  if (told?.told === 'by-reason') return { ...about, shown: told, leftOff: null };
  if (told?.told === 'by-title' && !mayScreen) return { ...about, shown: told, leftOff: null };
  const whole = mayScreen ? findProposal(ctx.db, community.id, event.params.id) : null;
  const proposal = told?.told === 'in-full' ? told : (whole ?? error(404, 'not-found'));
  const poll = newestPoll(ctx.db, proposal.consultation);
  const leftOff = poll && leftOffOf(ctx.db, poll.id).find(({ id }) => id === proposal.id);
  return { ...about, shown: proposal, leftOff: leftOff?.reason ?? null };
};
