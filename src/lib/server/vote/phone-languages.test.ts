import { describe, expect, it } from 'vitest';
import { frozenVote, sitting } from '../../../../tests/support/ballots.ts';
import type { PCode, StationId } from '#lib/domain/shared/ids.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';
import { localitiesOf } from '../community/queries.ts';
import { placePath } from '../community/place-tree.ts';
import { stationAreas, stationLanguages, stations } from '../db/schema/station.ts';
import { phoneLanguages } from './phone-languages.ts';

const screens = ['fr', 'bm', 'ses'];

function village() {
  const vote = frozenVote({ sittings: [sitting('phone')] });
  const { community } = vote.made;
  const [locality] = localitiesOf(vote.db, community);
  if (!locality) throw new Error('A community lies somewhere.');
  const speak = (languages: readonly ContentLanguage[], area: PCode) => {
    const id = `station-${languages.join('-')}` as StationId;
    vote.db.insert(stations).values({ id, slug: id, name: id }).run();
    vote.db.insert(stationAreas).values({ station: id, area }).run();
    for (const language of languages) vote.db.insert(stationLanguages).values({ station: id, language }).run();
  };
  const order = (written: ContentLanguage) => {
    const options = vote.poll.options.map((option) => ({ ...option, language: written }));
    return phoneLanguages(vote.db, community, { options }, screens);
  };
  return { order, speak, path: placePath(vote.db, locality).map(({ pcode }) => pcode), locality };
}

describe('the languages of a phone', () => {
  it('begin with those in which the projects are written, and end with French', () => {
    const { order } = village();
    expect(order('ses')).toEqual(['ses', 'bm', 'fr']);
    expect(order('fr')).toEqual(['bm', 'ses', 'fr']);
  });

  it('are those of a radio that is heard there, where the desk wrote in French', () => {
    const { order, speak, locality } = village();
    speak(['fr', 'ses', 'taq'], locality);
    expect(order('fr')).toEqual(['ses', 'bm', 'fr']);
    expect(order('bm')).toEqual(['bm', 'ses', 'fr']);
  });
});
