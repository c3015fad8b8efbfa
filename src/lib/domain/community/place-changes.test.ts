import { describe, expect, it } from 'vitest';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { levelOf, parentByPrefix } from './pcode.ts';
import { comparePlaces, type KnownPlace, type ListedPlace } from './place-changes.ts';

const listed = (code: string, name: string, more: Partial<ListedPlace> = {}): ListedPlace => {
  const pcode = code as PCode;
  return {
    pcode,
    level: levelOf(pcode),
    name,
    alternative: null,
    parent: parentByPrefix(pcode),
    position: null,
    ...more
  };
};
const known = (code: string, name: string, more: Partial<KnownPlace> = {}): KnownPlace => ({
  ...listed(code, name),
  spellings: new Set([name]),
  vanished: false,
  ...more
});
const byCode = <Place extends { pcode: PCode }>(...places: Place[]) =>
  new Map(places.map((place) => [place.pcode, place]));

const compare = (before: KnownPlace[], after: ListedPlace[]) => comparePlaces(byCode(...before), byCode(...after));
const codes = (pairs: readonly { listed: ListedPlace }[]) => pairs.map((pair) => pair.listed.pcode);

describe('comparePlaces', () => {
  it('finds nothing in the same list', () => {
    expect(compare([known('ML07', 'Gao')], [listed('ML07', 'Gao')])).toEqual({
      added: [],
      renamed: [],
      altered: [],
      moved: [],
      vanished: [],
      unchanged: 1
    });
  });
  it('tells new from renamed', () => {
    const changes = compare([known('ML07', 'Gao')], [listed('ML07', 'Gawo'), listed('ML08', 'Kidal')]);
    expect(codes(changes.renamed)).toEqual(['ML07']);
    expect(changes.added.map(({ pcode }) => pcode)).toEqual(['ML08']);
  });
  it('does not take silence for a change', () => {
    const position = { latitude: 16.2, longitude: 0 };
    expect(compare([known('ML07', 'Gao', { position })], [listed('ML07', 'Gao')]).unchanged).toBe(1);
  });
  it.each([
    ['a position', {}, { position: { latitude: 16.2, longitude: 0 } }],
    ['a spelling', {}, { alternative: 'Gawo' }],
    ['its return', { vanished: true }, {}]
  ])('calls %s an alteration', (_, before, after) =>
    expect(codes(compare([known('ML07', 'Gao', before)], [listed('ML07', 'Gao', after)]).altered)).toEqual(['ML07'])
  );
  it('counts another parent as moved, whatever else changed', () => {
    const before = known('ML070000000', 'Gao', { parent: 'ML070103' as PCode });
    const after = listed('ML070000000', 'Gawo', { parent: 'ML070104' as PCode });
    expect(codes(compare([before], [after]).moved)).toEqual(['ML070000000']);
  });
});

describe('what vanished', () => {
  const before = [
    known('ML07', 'Gao'),
    known('ML0701', 'Gao'),
    known('ML070103', 'Gao'),
    known('ML070104', 'Gounzoureye'),
    known('ML08', 'Kidal'),
    known('ML0801', 'Kidal')
  ];
  const vanished = (...after: ListedPlace[]) => compare(before, after).vanished.map(({ pcode }) => pcode);

  it('is what the list should hold in its regions and levels', () =>
    expect(vanished(listed('ML07', 'Gao'), listed('ML0701', 'Gao'), listed('ML070103', 'Gao'))).toEqual(['ML070104']));
  it('is nothing beneath the levels of the list', () =>
    expect(vanished(listed('ML07', 'Gao'), listed('ML0701', 'Gao'))).toEqual([]));
  it('is a region only for a list of regions', () => expect(vanished(listed('ML07', 'Gao'))).toEqual(['ML08']));
  it('is told once', () => {
    const gone = known('ML070104', 'Gounzoureye', { vanished: true });
    expect(compare([gone], [listed('ML07', 'Gao'), listed('ML070103', 'Gao')]).vanished).toEqual([]);
  });
});
