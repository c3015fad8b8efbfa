import { can, isAdministrator } from '#lib/domain/account/permissions.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { scopeOfStaff } from '#lib/server/community/communities-of-staff.ts';
import { howMany, listCommunities } from '#lib/server/community/community-list.ts';
import { searchCommunities } from '#lib/server/community/community-search.ts';
import { newestConsultation, whereIs } from '#lib/server/community/queries.ts';
import { communitiesThatWait, eventsToRead, isUnwell, lockedPeople } from '#lib/server/desk/what-waits.ts';
import { eventsThatWait } from '#lib/server/event/waiting-events.ts';
import { waitingFor } from '#lib/server/joint/queries.ts';
import type { PageServerLoad } from './$types';

/** As many as a phone shows on a few screens. */
const most = 30;

export const load: PageServerLoad = (event) => {
  const ctx = requireStaff(event, 'use-desk');
  const { db, actor } = ctx;
  const { settings } = event.locals.runtime;
  const query = (event.url.searchParams.get('q') ?? '').slice(0, 80);
  const scope = scopeOfStaff(actor.grants);
  const after = event.url.searchParams.get('after');
  const listed = query.trim() === '' ? listCommunities(db, scope, { after, most }) : null;
  const found = listed ?? searchCommunities(db, query, scope, most);
  return {
    name: actor.name,
    joint: waitingFor(ctx, actor),
    waiting: communitiesThatWait(ctx),
    locked: lockedPeople(ctx, settings.keyFor('phone-number')),
    unwell: isUnwell(ctx, settings.backups),
    toStandBy: eventsThatWait(ctx),
    events: eventsToRead(ctx),
    query,
    own: howMany(db, scope),
    more: 'more' in found && found.more,
    next: listed?.next ?? null,
    goesOn: listed !== null && after !== null,
    communities: found.communities.map(({ id, slug, name }) => ({
      slug,
      name,
      where: whereIs(db, id).slice(0, 3).reverse().join(', '),
      stage: newestConsultation(db, id)?.stage ?? null
    })),
    makes: actor.grants.some(({ role }) => role === 'facilitator' || role === 'administrator'),
    records: can(actor, 'record-voices'),
    /** Whoever lends their voice and does nothing else here needs nothing else to look at. */
    onlyRecords: actor.grants.every(({ role }) => role === 'speaker'),
    administers: isAdministrator(actor)
  };
};
