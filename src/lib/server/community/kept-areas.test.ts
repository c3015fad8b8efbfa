import { gt } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { areaTallies } from '../db/schema/community.ts';
import { communitiesWithin } from './community-list.ts';
import { localitiesOf, newestConsultation, placePath } from './queries.ts';

let forgho: TestConsultation;
beforeEach(() => void (forgho = testConsultation(testPortal(), { stage: 'frozen' })));

const path = (): readonly PCode[] => {
  const [first] = localitiesOf(forgho.committee.db, forgho.community);
  return first ? placePath(forgho.committee.db, first).map(({ pcode }) => pcode) : [];
};

/** As counting anew would say. */
const counted = () =>
  forgho.committee.db.$client
    .prepare<[], { area: PCode; communities: number }>(
      `SELECT area, count(DISTINCT community) AS communities FROM locality_areas
       JOIN places ON pcode = area WHERE level < 4 GROUP BY area ORDER BY area`
    )
    .all();
const kept = () =>
  forgho.committee.db.select().from(areaTallies).where(gt(areaTallies.communities, 0)).orderBy(areaTallies.area).all();

it('counts a community once in each place above it, however many of its villages lie there', () => {
  const { db } = forgho.committee;
  expect(kept()).toEqual(counted());
  const [, , commune, locality] = path();
  const beside = db.$client
    .prepare<[PCode | undefined, PCode | undefined], { pcode: PCode }>(
      'SELECT pcode FROM places WHERE level = 4 AND (parent = ? OR pcode <> ?) LIMIT 1'
    )
    .get(commune, locality);
  db.$client
    .prepare('INSERT OR IGNORE INTO community_localities (community, pcode) VALUES (?, ?)')
    .run(forgho.community, beside?.pcode);
  expect(kept()).toEqual(counted());
  db.$client
    .prepare('DELETE FROM community_localities WHERE community = ? AND pcode = ?')
    .run(forgho.community, beside?.pcode);
  expect(kept()).toEqual(counted());
});

it('follows a cercle that moves to another region', () => {
  const { db } = forgho.committee;
  const [region, cercle] = path();
  const other = 'ML99' as PCode;
  if (!region) throw new Error('Forgho lies in no region.');
  db.$client.prepare(`INSERT INTO places (pcode, level, name) VALUES (?, 1, 'Ailleurs')`).run(other);
  db.$client.prepare('UPDATE places SET parent = ? WHERE pcode = ?').run(other, cercle);
  expect(kept()).toEqual(counted());
  expect(communitiesWithin(db, region)).toEqual([]);
  expect(communitiesWithin(db, other)).toMatchObject([{ id: forgho.community }]);
});

it('keeps the last stage beside the consultation', () => {
  const consultation = newestConsultation(forgho.committee.db, forgho.community);
  expect(consultation?.stageNow).toBe(consultation?.stage);
});
