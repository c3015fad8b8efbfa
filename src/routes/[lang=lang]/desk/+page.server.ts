import { isAdministrator } from '#lib/domain/account/permissions.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { communitiesOfStaff } from '#lib/server/community/communities-of-staff.ts';
import { newestConsultation, whereIs } from '#lib/server/community/queries.ts';
import { communitiesThatWait, eventsToRead, isUnwell, lockedPeople } from '#lib/server/desk/what-waits.ts';
import { waitingFor } from '#lib/server/joint/queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const ctx = requireStaff(event, 'use-desk');
  const { db, actor } = ctx;
  const { settings } = event.locals.runtime;
  const communities = communitiesOfStaff(db, actor.grants);
  return {
    name: actor.name,
    joint: waitingFor(ctx, actor),
    waiting: communitiesThatWait(ctx),
    locked: lockedPeople(ctx, settings.keyFor('phone-number')),
    unwell: isUnwell(ctx, settings.backups),
    events: eventsToRead(ctx),
    communities: communities.map(({ id, slug, name }) => ({
      slug,
      name,
      where: whereIs(db, id).slice(0, 3).reverse().join(', '),
      stage: newestConsultation(db, id)?.stage ?? null
    })),
    makes: actor.grants.some(({ role }) => role === 'facilitator' || role === 'administrator'),
    administers: isAdministrator(actor)
  };
};
