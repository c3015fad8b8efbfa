import { beforeEach, expect, it } from 'vitest';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { communities, places } from '../db/schema/community.ts';
import { communitiesOnMap, regionsOnMap } from './map.ts';
import { localitiesOf, placePath } from './queries.ts';

let forgho: TestConsultation;
beforeEach(() => void (forgho = testConsultation(testPortal(), { stage: 'frozen' })));

function regionOf({ committee: { db }, community }: TestConsultation) {
  const [first] = localitiesOf(db, community);
  const region = first && placePath(db, first)[0];
  if (!region) throw new Error('Forgho lies in no region');
  return region.pcode;
}

it('counts communities and open votes in each region that has any', () => {
  const { committee, community } = forgho;
  expect(regionsOnMap(committee.db, [])).toMatchObject([{ pcode: regionOf(forgho), communities: 1, votes: 0 }]);
  expect(regionsOnMap(committee.db, [community])).toMatchObject([{ communities: 1, votes: 1 }]);
});

it('places a community, and says that it votes, but never a discreet one', () => {
  const { committee, community } = forgho;
  const region = regionOf(forgho);
  committee.db.update(places).set({ latitude: 16.3, longitude: 0 }).run();
  expect(communitiesOnMap(committee.db, region, [community])).toMatchObject([{ votes: true }]);
  committee.db.update(communities).set({ discreet: true }).run();
  expect(communitiesOnMap(committee.db, region, [community])).toEqual([]);
});
