// Owns which communities a member of staff works for: the committee's own, a facilitator's area, all for an administrator.
import type { Grant } from '#lib/domain/account/permissions.ts';
import type { Portal } from '../db/portal.ts';
import { communitiesWithin } from './community-search.ts';
import { readCommunity, type Community } from './queries.ts';

/** By name, each once. */
export function communitiesOfStaff(db: Portal, grants: readonly Grant[]): readonly Community[] {
  const found = grants
    .flatMap((grant) => communitiesOf(db, grant))
    .map((community) => [community.id, community] as const);
  return [...new Map(found).values()].sort((one, other) => one.name.localeCompare(other.name, 'fr'));
}

function communitiesOf(db: Portal, grant: Grant): readonly Community[] {
  switch (grant.role) {
    case 'committee': {
      const own = readCommunity(db, grant.community);
      return own ? [own] : [];
    }
    case 'facilitator':
      return communitiesWithin(db, grant.area);
    case 'administrator':
      return communitiesWithin(db, null);
    case 'radio':
    case 'speaker':
      return [];
  }
}
