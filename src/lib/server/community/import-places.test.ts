import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import type { Portal } from '../db/portal.ts';
import { placeNames, places } from '../db/schema/community.ts';
import { importPlaces, type ImportOptions } from './import-places.ts';
import { loadShippedPlaces } from './load-shipped-places.ts';
import { searchPlaces } from './place-search.ts';

const now = new Date('2026-07-05T09:00:00Z');
const header = 'pcode,name,alt_name,adm1_pcode,adm1_name,adm2_pcode,adm2_name,adm3_pcode,adm3_name,lat,lon';
const gounzoureye = 'ML07,Gao,ML0701,Gao,ML070104,Gounzoureye';
const list = (...rows: string[]) => [header, ...rows].join('\n');
const wabaria = `ML070104035,Wabaria,,${gounzoureye},16.19078,-0.0322`;
const kadji = `ML070104013,Kadji,,${gounzoureye},16.19269,-0.06861`;

let db: Portal;
beforeEach(() => {
  db = testPortal();
});

const run = (text: string, options: Partial<ImportOptions> = {}) => {
  const done = importPlaces(db, text, { now, ...options });
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  const { added, renamed, altered, moved, vanished, unchanged, written } = done.report;
  return [added, renamed, altered, moved, vanished].map(({ length }) => length).concat(unchanged, written);
};
const place = (code: string) =>
  db
    .select()
    .from(places)
    .where(eq(places.pcode, code as PCode))
    .get();
const namesOf = (code: string) =>
  db
    .select({ name: placeNames.name, kind: placeNames.kind })
    .from(placeNames)
    .where(eq(placeNames.pcode, code as PCode))
    .all();
const found = (query: string) => searchPlaces(db, query).map(({ pcode }) => pcode);

describe('importing places', () => {
  it('brings the whole tree of a list of localities', () => {
    expect(run(list(wabaria, kadji))).toEqual([5, 0, 0, 0, 0, 0, 5]);
    expect(place('ML070104035')).toMatchObject({ name: 'Wabaria', parent: 'ML070104', level: 4, latitude: 16.19078 });
    expect(place('ML07')).toMatchObject({ name: 'Gao', parent: null, level: 1, latitude: null });
  });
  it('changes nothing the second time', () => {
    run(list(wabaria, kadji));
    const before = db.$client.serialize();
    expect(run(list(wabaria, kadji))).toEqual([0, 0, 0, 0, 0, 5, 0]);
    expect(db.$client.serialize().equals(before)).toBe(true);
  });
  it('keeps the old name findable', () => {
    run(list(wabaria));
    expect(run(list(wabaria.replace('Wabaria', 'Wabarya Koyra')))).toEqual([0, 1, 0, 0, 0, 3, 1]);
    expect(place('ML070104035')?.name).toBe('Wabarya Koyra');
    expect(namesOf('ML070104035')).toContainEqual({ name: 'Wabaria', kind: 'former' });
    expect(found('Wabaria')).toEqual(['ML070104035']);
    expect(found('koyra')).toEqual(['ML070104035']);
  });
  it('takes a name back', () => {
    run(list(wabaria));
    run(list(wabaria.replace('Wabaria', 'Kadji')));
    run(list(wabaria));
    expect(namesOf('ML070104035')).toEqual(
      expect.arrayContaining([
        { name: 'Wabaria', kind: 'current' },
        { name: 'Kadji', kind: 'former' }
      ])
    );
  });
  it('adds a second spelling and a better position', () => {
    run(list(wabaria));
    const better = wabaria.replace(',,', ',Ouabaria,').replace('16.19078', '16.2');
    expect(run(list(better))).toEqual([0, 0, 1, 0, 0, 3, 1]);
    expect(run(list(better))).toEqual([0, 0, 0, 0, 0, 4, 0]);
    expect(found('Ouabaria')).toEqual(['ML070104035']);
    expect(place('ML070104035')?.latitude).toBe(16.2);
  });
});

describe('a place under another parent', () => {
  const gao = 'ML070000000,Gao,,ML07,Gao,ML0701,Gao,ML070103,Gao,16.26849,-0.05022';
  const elsewhere = gao.replace('ML070103,Gao', 'ML070104,Gounzoureye').replace(',Gao,,', ',Gawo Koyra,,');

  it('is reported and kept as it was', () => {
    run(list(gao, wabaria));
    expect(run(list(elsewhere, wabaria))).toEqual([0, 0, 0, 1, 1, 4, 0]);
    expect(place('ML070000000')).toMatchObject({ name: 'Gao', parent: 'ML070103' });
  });
  it('moves when that is accepted', () => {
    run(list(gao, wabaria));
    expect(run(list(elsewhere, wabaria), { acceptMoves: true })).toEqual([0, 0, 0, 1, 1, 4, 1]);
    expect(place('ML070000000')).toMatchObject({ name: 'Gawo Koyra', parent: 'ML070104' });
    expect(run(list(elsewhere, wabaria))).toEqual([0, 0, 0, 0, 1, 5, 0]);
  });
  it('is refused when its code is new and begins otherwise', () => {
    const stray = wabaria.replace('ML070104035', 'ML070103035');
    expect(importPlaces(db, list(wabaria, stray), { now })).toEqual({
      ok: false,
      problems: [{ line: 3, reason: 'parent-wrong', value: 'ML070103035, ML070104' }]
    });
    expect(place('ML07')).toBeUndefined();
  });
});

describe('a place that the list no longer has', () => {
  beforeEach(() => void run(list(wabaria, kadji)));

  it('is reported and left', () => {
    expect(run(list(wabaria))).toEqual([0, 0, 0, 0, 1, 4, 0]);
    expect(place('ML070104013')?.vanishedOn).toBeNull();
  });
  it('gets the day when that is wanted, and comes back with the list that has it', () => {
    expect(run(list(wabaria), { retireVanished: true })).toEqual([0, 0, 0, 0, 1, 4, 1]);
    expect(place('ML070104013')?.vanishedOn).toBe('2026-07-05');
    expect(found('Kadji')).toEqual([]);
    expect(run(list(wabaria), { retireVanished: true })).toEqual([0, 0, 0, 0, 0, 4, 0]);
    expect(run(list(wabaria, kadji))).toEqual([0, 0, 1, 0, 0, 4, 1]);
    expect(place('ML070104013')?.vanishedOn).toBeNull();
  });
});

describe('nothing is written', () => {
  it('when one row is wrong', () => {
    const done = importPlaces(db, list(wabaria, kadji.replace('Kadji', '')), { now });
    expect(done).toEqual({ ok: false, problems: [{ line: 3, reason: 'name-missing', value: '' }] });
    expect(db.select().from(places).all()).toEqual([]);
  });
  it('in a dry run', () => {
    expect(run(list(wabaria), { dryRun: true })).toEqual([4, 0, 0, 0, 0, 0, 0]);
    expect(db.select().from(places).all()).toEqual([]);
  });
  it('when it is stopped half way', () => {
    const rows = Array.from({ length: 999 }, (_, n) => wabaria.replace('4035', `4${String(n).padStart(3, '0')}`));
    const stop = () => {
      throw new Error('stopped');
    };
    expect(() => importPlaces(db, list(...rows), { now, onProgress: stop })).toThrow('stopped');
    expect(db.select().from(places).all()).toEqual([]);
    expect(run(list(...rows))[0]).toBe(1002);
  });
});

describe('the shipped places', () => {
  it('fill an empty portal once', () => {
    expect(loadShippedPlaces(db)).toBe(19_529);
    const before = db.$client.serialize();
    expect(loadShippedPlaces(db)).toBe(0);
    expect(db.$client.serialize().equals(before)).toBe(true);
  });
  it('leave a portal that has places alone', () => {
    run(list(wabaria));
    expect(loadShippedPlaces(db)).toBe(0);
    expect(db.select().from(places).all()).toHaveLength(4);
  });
  it('agree with a list that has a few of them, whose region they are not all of', () => {
    loadShippedPlaces(db);
    const [added, renamed, altered, moved, vanished, unchanged] = run(list(wabaria));
    expect([added, renamed, altered, moved, unchanged]).toEqual([0, 0, 0, 0, 4]);
    // Gao has 631 localities, 23 communes and 4 cercles; the list names one of each.
    expect(vanished).toBe(631 + 23 + 4 - 3);
  });
});
