// Owns a community with one consultation at a wanted stage, written straight into the tables, and the staff who serve it.
import type { Stage } from '#lib/domain/community/consultation-stages.ts';
import type { AccountId, CommunityId, ConsultationId, PCode } from '#lib/domain/shared/ids.ts';
import type { StaffContext } from '#lib/server/db/context.ts';
import { newId } from '#lib/server/db/new-id.ts';
import type { Portal } from '#lib/server/db/portal.ts';
import {
  communities,
  communityLocalities,
  consultations,
  places,
  stageChanges
} from '#lib/server/db/schema/community.ts';
import { testStaff } from './database.ts';

type Wanted = { readonly stage?: Stage; readonly sum?: number; readonly slug?: string; readonly pcode?: string };

export type TestConsultation = {
  readonly slug: string;
  readonly community: CommunityId;
  readonly consultation: ConsultationId;
  readonly committee: StaffContext;
  readonly facilitator: StaffContext;
  /** Adds a change of stage, whether or not the journey has it. */
  readonly moveTo: (stage: Stage) => void;
};

/** Forgho, of 240 households, with 15 million F CFA and a call for proposals unless wanted otherwise. */
export function testConsultation(db: Portal, wanted: Wanted = {}): TestConsultation {
  const { stage = 'proposing', sum = 15_000_000, slug = 'forgho', pcode = 'ML07010101' } = wanted;
  const [community, consultation] = [newId<CommunityId>(), newId<ConsultationId>()];
  const area = pcode as PCode;
  const at = '2026-06-01T08:00:00Z';
  const by = newId<AccountId>();
  insertWithParents(db, pcode, slug);
  db.insert(communities)
    .values({ id: community, slug, name: slug, folded: slug, kind: 'village', madeAt: at, madeBy: by })
    .run();
  db.insert(communityLocalities).values({ community, pcode: area }).run();
  db.insert(consultations)
    .values({
      id: consultation,
      community,
      number: 1,
      sumAvailable: sum,
      ownShare: 0,
      households: 240,
      adultHosts: 400,
      adultReturned: 120
    })
    .run();
  const moveTo = (next: Stage): void => {
    db.insert(stageChanges).values({ consultation, stage: next, at, by }).run();
  };
  moveTo(stage);
  const committee = testStaff(db, [{ role: 'committee', community }]);
  const facilitator = testStaff(db, [{ role: 'facilitator', area }]);
  return { slug, community, consultation, committee, facilitator, moveTo };
}

/** A locality of an ordinary code, and the region, cercle and commune that the code begins with. */
function insertWithParents(db: Portal, locality: string, name: string): void {
  const path = [locality.slice(0, 4), locality.slice(0, 6), locality.slice(0, 8), locality] as PCode[];
  path.forEach((pcode, index) => {
    const level = (index + 1) as 1 | 2 | 3 | 4;
    const parent = path[index - 1] ?? null;
    db.insert(places).values({ pcode, level, name, parent }).onConflictDoNothing().run();
  });
}
