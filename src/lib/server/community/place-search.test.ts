import { beforeAll, describe, expect, it } from 'vitest';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import type { Portal } from '../db/portal.ts';
import { loadShippedPlaces } from './load-shipped-places.ts';
import { searchPlaces, type PlaceSearch } from './place-search.ts';
import { areasOf, childrenOf, findPlace, placePath } from './place-tree.ts';

let db: Portal;
beforeAll(() => {
  db = testPortal();
  loadShippedPlaces(db);
});
const code = (text: string): PCode => text as PCode;
const codes = (query: string, search?: PlaceSearch) => searchPlaces(db, query, search).map(({ pcode }) => pcode);
const names = (query: string, search?: PlaceSearch) => searchPlaces(db, query, search).map(({ name }) => name);

describe('searching places', () => {
  it('answers commune, chief town, then hamlets of the very name', () =>
    expect(codes('gao').slice(0, 3)).toEqual(['ML070103', 'ML070000000', 'ML010213017']));
  it('puts a whole name before names that begin so, and these before a later word', () => {
    const ranks = names('madina', { limit: 200 }).map((name) => {
      const folded = name.toLowerCase();
      return folded === 'madina' ? 0 : folded.startsWith('madina') ? 1 : 2;
    });
    expect(ranks).toEqual([...ranks].sort());
    expect(new Set(ranks)).toEqual(new Set([0, 1, 2]));
  });
  it.each([
    ['Gawo', 'ML070000000'],
    ['Ɲɔrɔ', 'ML010600000'],
    ['Timbuktu', 'ML060000000'],
    ['wabarya', undefined],
    ['Wabaria', 'ML070104000'],
    ['OUABARIA', 'ML070104000'],
    ['gunzurey', 'ML070104'],
    ['Ngouma', 'ML050605000'],
    ["n'gouma", 'ML050605000'],
    ['Segu', 'ML040000000'],
    ['médina coura', 'ML090102005'],
    ['coura', 'ML090102005']
  ])('%s leads to %s', (query, pcode) => {
    const found = codes(query, { limit: 100 });
    if (pcode) expect(found).toContain(pcode);
    else expect(found).toEqual([]);
  });
  it('tells the spelling that matched', () =>
    expect(searchPlaces(db, 'gawo')[0]).toMatchObject({ name: 'Gao', spelling: 'Gawo' }));
  it('answers regions and cercles when asked', () => {
    expect(codes('menaka', { from: 1 })[0]).toBe('ML0704');
    expect(codes('menaka').slice(0, 2)).toEqual(['ML070403', 'ML070400000']);
  });
  it('keeps to the place that it is asked within', () => {
    expect(codes('gao', { within: code('ML0701') })).toEqual(expect.arrayContaining(['ML070103', 'ML070000000']));
    expect(codes('gao', { within: code('ML0701') })).not.toContain('ML010213017');
    expect(codes('gao', { within: code('ML01') })).toEqual(['ML010213017']);
    expect(codes('wabaria', { within: code('ML070104') })).toHaveLength(2);
  });
  it('has each place once, and no more than the limit', () => {
    const many = codes('a', { limit: 500 });
    expect(new Set(many).size).toBe(many.length);
    expect(many).toHaveLength(500);
    expect(codes('madina', { limit: 7 })).toHaveLength(7);
  });
  it.each(['', '  ', '-', '%', '’', '=', '=gao', '\u{10FFFF}', 'x'.repeat(5000), "'; DROP TABLE places"])(
    'stands %j',
    (query) => expect(() => searchPlaces(db, query)).not.toThrow()
  );
  it('finds nothing for nothing', () => expect(codes(' - ')).toEqual([]));
  it('reads ranges of the index, never the table', () => {
    const sql = "SELECT pcode FROM place_names WHERE folded >= 'gao' AND folded < 'gap' ORDER BY folded";
    const plan = db.$client.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all();
    expect(plan.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^SEARCH place_names USING .*INDEX .*folded>\? AND folded<\?/)
    ]);
  });
});

describe('the tree', () => {
  it('goes from the region down, through a chief town’s commune', () => {
    expect(placePath(db, code('ML070000000')).map(({ pcode }) => pcode)).toEqual([
      'ML07',
      'ML0701',
      'ML070103',
      'ML070000000'
    ]);
    expect(placePath(db, code('ML02')).map(({ name }) => name)).toEqual(['Koulikoro']);
    expect(placePath(db, code('ML99'))).toEqual([]);
  });
  it('has children, and regions at its top', () => {
    expect(childrenOf(db, null)).toHaveLength(9);
    expect(childrenOf(db, code('ML07')).map(({ name }) => name)).toEqual(['Ansongo', 'Bourem', 'Gao', 'Ménaka']);
    expect(childrenOf(db, code('ML070103')).map(({ pcode }) => pcode)).toContain('ML070000000');
    expect(childrenOf(db, code('ML070104035'))).toEqual([]);
  });
  it('knows the region of today', () =>
    expect(findPlace(db, 'ML0704')).toMatchObject({ name: 'Ménaka', regionToday: 'Ménaka' }));
  it('gives the codes above a place, also of a chief town, whose own code hides them', () =>
    expect(areasOf(db, [code('ML070000000'), code('ML070104035'), code('ML9')])).toEqual([
      ['ML07', 'ML0701', 'ML070103', 'ML070000000'],
      ['ML07', 'ML0701', 'ML070104', 'ML070104035']
    ]));
});
