// Owns which communities a member of staff works for: the committee's own, a facilitator's area, all for an administrator.
import { asc, inArray, like } from 'drizzle-orm';
import type { Grant } from '#lib/domain/account/permissions.ts';
import type { CommunityId } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { communities, communityLocalities } from '../db/schema/community.ts';
import type { Community } from './queries.ts';

export function communitiesOfStaff(db: Portal, grants: readonly Grant[]): readonly Community[] {
  const ids = new Set(grants.flatMap((grant) => idsWithin(db, grant)));
  return db
    .select()
    .from(communities)
    .where(inArray(communities.id, [...ids]))
    .orderBy(asc(communities.folded))
    .all();
}

function idsWithin(db: Portal, grant: Grant): readonly CommunityId[] {
  switch (grant.role) {
    case 'committee':
      return [grant.community];
    case 'facilitator':
      return db
        .selectDistinct({ id: communityLocalities.community })
        .from(communityLocalities)
        .where(like(communityLocalities.pcode, `${grant.area}%`))
        .all()
        .map(({ id }) => id);
    case 'administrator':
      return db
        .select({ id: communities.id })
        .from(communities)
        .all()
        .map(({ id }) => id);
    case 'radio':
      return [];
  }
}
