import { beforeEach, describe, expect, it } from 'vitest';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { testPortal, testStaff } from '../../../../tests/support/database.ts';
import type { StaffContext } from '../db/context.ts';
import { scopeOfStaff } from './communities-of-staff.ts';
import {
  allOf,
  communitiesToChoose,
  countCommunities,
  howMany,
  inPlace,
  listCommunities,
  type Asked,
  type Scope
} from './community-list.ts';
import { searchCommunities } from './community-search.ts';
import { importPlaces } from './import-places.ts';
import { makeCommunity } from './make-community.ts';

const header = 'pcode,name,adm1_pcode,adm1_name,adm2_pcode,adm2_name,adm3_pcode,adm3_name,lat,lon';
const places = [
  'ML070104035,Wabaria,ML07,Gao,ML0701,Gao,ML070104,Gounzoureye,16.19078,-0.0322',
  'ML010104007,Segala,ML01,Kayes,ML0101,Kayes,ML010104,Djelebou,14.9609,-11.5891'
];
const [wabaria, segala] = places.map((row) => row.split(',')[0] as PCode) as [PCode, PCode];
const [gao, kayes] = ['ML07', 'ML01'] as PCode[] as [PCode, PCode];

let ctx: StaffContext;
beforeEach(() => {
  const db = testPortal();
  importPlaces(db, [header, ...places].join('\n'), { now: new Date('2026-01-01') });
  ctx = testStaff(db, [{ role: 'administrator' }]);
});

function make(name: string, locality: PCode = wabaria) {
  const made = makeCommunity(ctx, { name, kind: 'village', localities: [locality] });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}
const namesOf = (part: { readonly communities: readonly { readonly name: string }[] }) =>
  part.communities.map(({ name }) => name);
const list = (scope: Scope, asked: Asked) => listCommunities(ctx.db, scope, asked);

/** From the first part to the last. @param between what somebody else does meanwhile. */
function walk(scope: Scope, most: number, between: () => void = () => undefined): readonly string[] {
  const names: string[] = [];
  for (let after: string | null = null, parts = 0; parts < 100; parts++) {
    const part = list(scope, { after, most });
    names.push(...namesOf(part));
    if (part.next === null) break;
    after = part.next;
    between();
  }
  return names;
}

/** How the query is answered. @returns whether rows were put in order one by one. */
const sorts = (sql: string): boolean =>
  ctx.db.$client
    .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .some(({ detail }) => detail.includes('TEMP B-TREE'));

it('stands in the order in which French dictionaries stand', () => {
  const names = ['Ɛrɛ', 'Zorho', 'élan', 'Ebang', 'N’Tillit', 'Ñoro', 'Nioro', 'école 2', 'Koira-Banda', 'Koira'];
  const unordered = [...names, 'Koïra Alfa', 'ɔbo', 'Ouani', 'Ŋaya', 'ɲuna', 'Šafi', 'Sagan', 'Tacharane', 'À côté'];
  for (const name of unordered) make(name);
  const letters = (name: string) => name.replace(/-/g, ' ').replace(/’/g, '');
  const { compare } = new Intl.Collator('fr');
  const wanted = unordered.toSorted((one, other) => compare(letters(one), letters(other)));
  expect(allOf(ctx.db, null).map(({ name }) => name)).toEqual(wanted);
});

describe('part by part', () => {
  const names = Array.from({ length: 23 }, (_, index) => `Koira ${String(index).padStart(2, '0')}`);
  beforeEach(() => {
    for (const [index, name] of names.entries()) make(name, index % 2 ? wabaria : segala);
  });

  it.each([1, 5, 22, 23, 24])('shows each once, %i at a time', (most) => {
    expect(walk(null, most)).toEqual(names);
    expect(walk(inPlace(gao), most)).toEqual(names.filter((_, index) => index % 2 === 1));
    expect(walk({ areas: [gao, kayes], communities: [] }, most)).toEqual(names);
  });

  it('shows each once that was there, while others come before and after', () => {
    let made = 0;
    const seen = walk(null, 4, () => {
      make(`Aaa ${made}`);
      make(`Koira ${String(20 + made).padStart(2, '0')} bis`);
      made++;
    });
    expect(seen.filter((name) => names.includes(name))).toEqual(names);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('begins where it should go on from what nobody knows', () =>
    expect(namesOf(list(null, { after: 'nowhere', most: 2 }))).toEqual(names.slice(0, 2)));

  it('is counted, by place, by staff and in all', () => {
    const member = scopeOfStaff([
      { role: 'facilitator', area: gao },
      { role: 'committee', community: make('Zorho', segala).id }
    ]);
    expect([null, inPlace(gao), inPlace(wabaria), member].map((scope) => howMany(ctx.db, scope))).toEqual([
      24, 11, 11, 12
    ]);
    expect(namesOf(list(member, { most: 30 }))).toHaveLength(12);
  });

  it('is counted for each place beneath another', () => {
    const beneath = (above: string | null) => Object.fromEntries(countCommunities(ctx.db, above as PCode | null));
    expect([null, 'ML07', 'ML0701', 'ML0702'].map(beneath)).toEqual([
      { ML07: 11, ML01: 12 },
      { ML0701: 11 },
      { ML070104: 11 },
      {}
    ]);
  });

  it('is read in its order, and not put in order', () => {
    expect(sorts('SELECT * FROM communities WHERE (ordered, id) > (1, 2) ORDER BY ordered, id LIMIT 9')).toBe(false);
    expect(sorts('SELECT * FROM communities ORDER BY name LIMIT 9')).toBe(true);
    expect(
      sorts(`SELECT communities.* FROM community_areas JOIN communities ON id = community
             WHERE area = 'ML07' AND (community_areas.ordered, community) > (1, 2)
             ORDER BY community_areas.ordered, community LIMIT 9`)
    ).toBe(false);
    expect(
      sorts(`SELECT communities.* FROM community_names JOIN communities ON id = community
             WHERE community_names.folded >= 'k' AND community_names.folded < 'l'
             ORDER BY community_names.folded, community LIMIT 9`)
    ).toBe(false);
  });
});

it('too many to choose from are not offered: a smaller place is chosen first', () => {
  for (let index = 0; index < 100; index++) make(`Koira ${index}`);
  expect(communitiesToChoose(ctx.db, gao)).toHaveLength(100);
  make('Zorho');
  expect(communitiesToChoose(ctx.db, gao)).toEqual([]);
});

describe('a search', () => {
  beforeEach(() => {
    for (let index = 0; index < 12; index++) make(`Koira ${index}`, index % 2 ? wabaria : segala);
    for (const name of ['Zorho Koira', 'Koira', 'Gao Koira']) make(name);
  });
  const search = (query: string, most: number, scope: Scope = null) => searchCommunities(ctx.db, query, scope, most);

  it('shows the best of many, and says that there are more', () => {
    expect(search('koira', 4)).toMatchObject({ more: true, communities: { length: 4, 0: { name: 'Koira' } } });
    expect(search('koira', 14)).toMatchObject({ more: true });
    const all = search('koira', 15);
    expect([all.more, namesOf(all).slice(-2)]).toEqual([false, ['Gao Koira', 'Zorho Koira']]);
  });

  it('counts what is found in two ways once', () => {
    expect(namesOf(search('gao', 30))).toHaveLength(9);
    expect(namesOf(search('gao', 30))[0]).toBe('Gao Koira');
    expect(search('gao', 8).more).toBe(true);
  });

  it('keeps to where somebody looks', () =>
    expect(namesOf(search('koira', 30, inPlace(kayes)))).toEqual([
      'Koira 0',
      'Koira 10',
      'Koira 2',
      'Koira 4',
      'Koira 6',
      'Koira 8'
    ]));
});
