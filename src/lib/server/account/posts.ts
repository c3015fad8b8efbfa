// Owns which roles somebody may hand out, and where: a facilitator in their own area, an administrator everywhere.
import { can, type Actor, type Grant } from '#lib/domain/account/permissions.ts';
import type { CommunityId, PCode } from '#lib/domain/shared/ids.ts';
import { areaSubject, communitiesOfStaff, communitySubject, placeName, regions } from '../community/queries.ts';
import type { Portal } from '../db/portal.ts';
import { listStations } from '../station/queries.ts';
import type { Post } from './people.ts';

/** `value` is what a form posts. */
export type Offer = Post & { readonly value: string; readonly grant: Grant };

const committees = (db: Portal, actor: Actor): readonly Offer[] =>
  communitiesOfStaff(db, actor.grants)
    .filter(({ id }) => can(actor, 'invite-account', communitySubject(db, id)))
    .map(({ id, name }) => ({ value: `committee ${id}`, role: 'committee', where: name, grant: committee(id) }));

const committee = (community: CommunityId): Grant => ({ role: 'committee', community });

/** Whole regions for an administrator; a facilitator hands out no more than their own area. */
const areasOf = (db: Portal, actor: Actor): readonly PCode[] =>
  can(actor, 'manage-accounts')
    ? regions(db).map(({ pcode }) => pcode)
    : actor.grants.flatMap((grant) => (grant.role === 'facilitator' ? [grant.area] : []));

const facilitators = (db: Portal, actor: Actor): readonly Offer[] =>
  areasOf(db, actor)
    .filter((area) => can(actor, 'invite-account', areaSubject(db, area)))
    .map((area) => ({
      value: `facilitator ${area}`,
      role: 'facilitator',
      where: placeName(db, area),
      grant: { role: 'facilitator', area }
    }));

const radios = (db: Portal, actor: Actor): readonly Offer[] =>
  can(actor, 'manage-stations')
    ? listStations(db).map(({ id, name }) => ({
        value: `radio ${id}`,
        role: 'radio',
        where: name,
        grant: { role: 'radio', station: id }
      }))
    : [];

/** They have no place: what they say or administer is the whole portal's. */
const placeless = (actor: Actor): readonly Offer[] =>
  can(actor, 'manage-accounts')
    ? (['speaker', 'administrator'] as const).map((role) => ({ value: role, role, where: '', grant: { role } }))
    : [];

/** In the order that the form offers them. */
export const postsToGive = (db: Portal, actor: Actor): readonly Offer[] => [
  ...committees(db, actor),
  ...facilitators(db, actor),
  ...radios(db, actor),
  ...placeless(actor)
];
