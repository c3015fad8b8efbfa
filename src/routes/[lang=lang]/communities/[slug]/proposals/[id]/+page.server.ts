import { error } from '@sveltejs/kit';
import { can, visitor } from '#lib/domain/account/permissions.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { communityAt } from '#lib/server/find.ts';
import { findProposal, findPublicProposal } from '#lib/server/proposal/queries.ts';
import { leftOffOf, newestPoll } from '#lib/server/vote/queries.ts';
import type { PageServerLoad } from './$types';

/** One that waits exists for those alone who may answer it. A withheld text is not here for them either: the desk has it. */
export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { ctx, staff } = event.locals;
  const { community, subject } = communityAt(ctx.db, event.params.slug);
  const { id } = event.params;
  const mayScreen = can(staff ?? visitor, 'screen', subject);
  const atDesk = mayScreen ? findProposal(ctx.db, community.id, id) : null;
  const shown =
    findPublicProposal(ctx.db, community.id, id, ctx.now) ??
    (atDesk && { ...atDesk, told: 'in-full' as const }) ??
    error(404, 'not-found');
  const poll = shown.told === 'in-full' ? newestPoll(ctx.db, shown.consultation) : null;
  const leftOff = poll && leftOffOf(ctx.db, poll.id).find((proposal) => proposal.id === id);
  return { id, slug: community.slug, name: community.name, mayScreen, shown, leftOff: leftOff?.reason ?? null };
};
