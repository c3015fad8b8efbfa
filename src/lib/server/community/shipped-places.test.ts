import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ListedPlace } from '#lib/domain/community/place-changes.ts';
import { fitsUnder, type Level } from '#lib/domain/community/pcode.ts';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { shippedPlacesFile } from './load-shipped-places.ts';
import { packPlaces, unpackPlaces } from './shipped-places.ts';

const place = (code: string, level: Level, name: string, more: Partial<ListedPlace> = {}): ListedPlace => ({
  pcode: code as PCode,
  level,
  name,
  alternative: null,
  parent: null,
  position: null,
  ...more
});
const few = [
  place('ML07', 1, 'Gao', { position: { latitude: 16.77219, longitude: 1.32292 } }),
  place('ML0701', 2, 'Gao, "Gawo"', { parent: 'ML07' as PCode, alternative: 'Gawo' }),
  place('ML070000000', 4, 'Gao', { parent: 'ML070103' as PCode })
];

describe('the packed form', () => {
  it('gives back what was packed', () => {
    const sorted = [...few].sort((one, other) => one.pcode.localeCompare(other.pcode));
    expect(unpackPlaces(packPlaces(few))).toEqual(sorted);
  });
  it('has the same bytes in any order', () =>
    expect(packPlaces([...few].reverse()).equals(packPlaces(few))).toBe(true));
  it('throws when damaged', () => {
    expect(() => unpackPlaces(packPlaces(few).subarray(0, 40))).toThrow();
    expect(() => unpackPlaces(packPlaces([place('ML0', 1, 'x')]))).toThrow('damaged');
  });
});

describe('the shipped file', () => {
  const places = unpackPlaces(readFileSync(shippedPlacesFile));
  const byCode = new Map(places.map((one) => [one.pcode, one]));

  it('has all places of 2015', () => {
    const counts = [1, 2, 3, 4].map((level) => places.filter((one) => one.level === level).length);
    expect(counts).toEqual([9, 50, 701, 18_769]);
    expect(byCode.size).toBe(places.length);
  });
  it('has a position for each, and a parent for each but regions', () => {
    expect(places.filter(({ position }) => position === null)).toEqual([]);
    expect(places.filter(({ level, parent }) => (level === 1) !== (parent === null))).toEqual([]);
    expect(places.filter(({ pcode, parent }) => parent && !(byCode.has(parent) && fitsUnder(pcode, parent)))).toEqual(
      []
    );
  });
  it('has 48 chief towns under the commune that is not in their code', () => {
    const towns = places.filter(({ pcode, parent }) => parent !== null && !pcode.startsWith(parent));
    expect(towns).toHaveLength(48);
    expect(byCode.get('ML070000000' as PCode)).toMatchObject({ name: 'Gao', parent: 'ML070103' });
  });
});
