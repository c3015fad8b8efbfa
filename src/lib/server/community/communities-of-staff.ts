// Owns which communities a member of staff works for: the committee's own, a facilitator's area, all for an administrator.
import type { Grant } from '#lib/domain/account/permissions.ts';
import type { Portal } from '../db/portal.ts';
import { allOf, type Scope } from './community-list.ts';
import type { Community } from './queries.ts';

export const scopeOfStaff = (grants: readonly Grant[]): Scope =>
  grants.some(({ role }) => role === 'administrator')
    ? null
    : {
        areas: grants.flatMap((grant) => (grant.role === 'facilitator' ? [grant.area] : [])),
        communities: grants.flatMap((grant) => (grant.role === 'committee' ? [grant.community] : []))
      };

/** By name, each once, however many. */
export const communitiesOfStaff = (db: Portal, grants: readonly Grant[]): readonly Community[] =>
  allOf(db, scopeOfStaff(grants));
