// Owns recognising a list of places by the names of its columns, in any order; it refuses a header without a whole tree.
import type { Level } from '#lib/domain/community/pcode.ts';

/** Where a list has its values, by number of column; levels from the region (first) to the list's own (last). */
export type PlaceColumns = {
  readonly count: number;
  readonly levels: readonly { readonly level: Level; readonly code: number; readonly name: number }[];
  readonly alternative: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
};

const levels = [1, 2, 3, 4] as const satisfies Level[];

/** The names under which administrations publish them, the plainest first. */
const codeNames = (level: Level): string[] => [`adm${level}_pcode`, `admin${level}pcode`];
const nameNames = (level: Level): string[] =>
  ['name', 'fr', 'en'].map((kind) => `adm${level}_${kind}`).concat(`admin${level}name_fr`, `admin${level}name`);

export const expectedHeader = [
  'regions: adm1_pcode, adm1_name',
  'cercles: the same with adm2_pcode, adm2_name',
  'communes: the same with adm3_pcode, adm3_name',
  'localities: the same with pcode, name'
].join('; ');

/** @returns null when the header is of no list of places. */
export function recognisePlaceColumns(header: readonly string[]): PlaceColumns | null {
  const titles = header.map((title) => title.trim().toLowerCase());
  const find = (names: readonly string[]): number | null => {
    const found = names.map((name) => titles.indexOf(name)).find((index) => index >= 0);
    return found ?? null;
  };
  const found = levels.flatMap((level) => {
    const code = find(level === 4 ? ['pcode', ...codeNames(4)] : codeNames(level));
    const name = find(level === 4 ? ['name', ...nameNames(4)] : nameNames(level));
    return code === null || name === null ? [] : [{ level, code, name }];
  });
  const isWholeTree = found.length > 0 && found.every(({ level }, index) => level === index + 1);
  if (!isWholeTree) return null;
  return {
    count: header.length,
    levels: found,
    alternative: find(['alt_name']),
    latitude: find(['lat', 'latitude', 'centroid_lat']),
    longitude: find(['lon', 'long', 'longitude', 'centroid_lon'])
  };
}
