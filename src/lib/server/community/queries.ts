// Owns what pages and other slices read of communities and their consultations.
import { and, desc, eq } from 'drizzle-orm';
import type { Subject } from '#lib/domain/account/permissions.ts';
import type { Stage } from '#lib/domain/community/consultation-stages.ts';
import type { CommunityId, PCode } from '#lib/domain/shared/ids.ts';
import { readStage } from '../audit/change-stage.ts';
import type { Portal } from '../db/portal.ts';
import { communities, communityLocalities, consultations, stageChanges } from '../db/schema/community.ts';
import { areasOf, childrenOf, findPlace, placePath, type Place } from './place-tree.ts';

export { communitiesOfStaff } from './communities-of-staff.ts';
export { communitiesToChoose, communitiesWithin, countCommunities } from './community-list.ts';
export { discretionOf, hidesVote } from './hidden-vote.ts';
export { positionOf, type Position } from './position.ts';
export { childrenOf, findPlace, placePath, type Place } from './place-tree.ts';
export { toldConsultation, toldConsultations } from './told-consultation.ts';

export type Community = typeof communities.$inferSelect;
export type Consultation = typeof consultations.$inferSelect & { readonly stage: Stage };

export const findCommunity = (db: Portal, slug: string): Community | null =>
  db.select().from(communities).where(eq(communities.slug, slug)).get() ?? null;

export const readCommunity = (db: Portal, id: CommunityId): Community | null =>
  db.select().from(communities).where(eq(communities.id, id)).get() ?? null;

/** The P-codes of a community's localities. */
export const localitiesOf = (db: Portal, community: CommunityId): readonly PCode[] =>
  db
    .select({ pcode: communityLocalities.pcode })
    .from(communityLocalities)
    .where(eq(communityLocalities.community, community))
    .all()
    .map(({ pcode }) => pcode);

/** What `can` is asked about when an act concerns this community. */
export const communitySubject = (db: Portal, community: CommunityId): Subject => ({
  community,
  areas: areasOf(db, localitiesOf(db, community))
});

/** In order of their names. */
export const regions = (db: Portal): readonly Place[] => childrenOf(db, null);

/** By name. */
export const cerclesOf = (db: Portal, region: PCode): readonly Place[] => childrenOf(db, region);

/** By name. */
export const communesOf = (db: Portal, cercle: PCode): readonly Place[] => childrenOf(db, cercle);

/** '' for a code that no place has any more. */
export const placeName = (db: Portal, pcode: PCode): string => findPlace(db, pcode)?.name ?? '';

/** What `can` is asked about when an act concerns whoever works in this area. */
export const areaSubject = (db: Portal, area: PCode): Subject => ({ areas: areasOf(db, [area]) });

/** Region, cercle, commune and locality of the community's first locality, by name. */
export function whereIs(db: Portal, community: CommunityId): readonly string[] {
  const [first] = localitiesOf(db, community);
  return first ? placePath(db, first).map(({ name }) => name) : [];
}

/** The newest consultation, over or not; null where the community never had one. */
export function newestConsultation(db: Portal, community: CommunityId): Consultation | null {
  const row = db
    .select()
    .from(consultations)
    .where(eq(consultations.community, community))
    .orderBy(desc(consultations.number))
    .limit(1)
    .get();
  return row?.stageNow ? { ...row, stage: row.stageNow } : null;
}

export function consultationByNumber(db: Portal, community: CommunityId, number: number): Consultation | null {
  const row = db
    .select()
    .from(consultations)
    .where(and(eq(consultations.community, community), eq(consultations.number, number)))
    .get();
  const stage = row && readStage(db, row.id);
  return row && stage ? { ...row, stage } : null;
}

/** Their numbers, the newest first. */
export const consultationNumbers = (db: Portal, community: CommunityId): readonly number[] =>
  db
    .select({ number: consultations.number })
    .from(consultations)
    .where(eq(consultations.community, community))
    .orderBy(desc(consultations.number))
    .all()
    .map(({ number }) => number);

export const stageHistory = (db: Portal, consultation: Consultation['id']) =>
  db
    .select({ stage: stageChanges.stage, at: stageChanges.at, reason: stageChanges.reason })
    .from(stageChanges)
    .where(eq(stageChanges.consultation, consultation))
    .orderBy(stageChanges.number)
    .all();
