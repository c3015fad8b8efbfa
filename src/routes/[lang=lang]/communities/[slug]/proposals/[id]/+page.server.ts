import { error } from '@sveltejs/kit';
import { can, visitor } from '#lib/domain/account/permissions.ts';
import { isPublic } from '#lib/domain/proposal/proposal-states.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { communityAt } from '#lib/server/find.ts';
import { findProposal } from '#lib/server/proposal/queries.ts';
import { leftOffOf, newestPoll } from '#lib/server/vote/queries.ts';
import type { PageServerLoad } from './$types';

/** One that waits exists for those alone who may answer it; of one that joined another, others are told the title only. */
export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { ctx, staff } = event.locals;
  const { community, subject } = communityAt(ctx.db, event.params.slug);
  const proposal = findProposal(ctx.db, community.id, event.params.id) ?? error(404, 'not-found');
  const kept = proposal.mergedInto ? findProposal(ctx.db, community.id, proposal.mergedInto) : null;
  const mayScreen = can(staff ?? visitor, 'screen', subject);
  if (!isPublic((kept ?? proposal).state) && !mayScreen) error(404, 'not-found');
  const poll = newestPoll(ctx.db, proposal.consultation);
  const leftOff = poll && leftOffOf(ctx.db, poll.id).find(({ id }) => id === proposal.id);
  return {
    slug: community.slug,
    name: community.name,
    title: proposal.title,
    language: proposal.language,
    kept: kept && { id: kept.id, title: kept.title, language: kept.language },
    shown: kept && !mayScreen ? null : proposal,
    leftOff: leftOff?.reason ?? null,
    mayScreen
  };
};
