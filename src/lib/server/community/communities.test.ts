import { beforeEach, describe, expect, it } from 'vitest';
import type { Stage } from '#lib/domain/community/consultation-stages.ts';
import type { CommunityId, PCode } from '#lib/domain/shared/ids.ts';
import { testPortal, testStaff } from '../../../../tests/support/database.ts';
import { changeStage } from '../audit/change-stage.ts';
import type { StaffContext } from '../db/context.ts';
import { communitiesWithin, inPlace, listCommunities } from './community-list.ts';
import { communitiesNear, searchCommunities } from './community-search.ts';
import { importPlaces } from './import-places.ts';
import { makeCommunity, type NewCommunity } from './make-community.ts';
import { openConsultation, startScreening, type NewConsultation } from './open-consultation.ts';
import { localitiesOf, newestConsultation, stageHistory } from './queries.ts';

const header = 'pcode,name,adm1_pcode,adm1_name,adm2_pcode,adm2_name,adm3_pcode,adm3_name,lat,lon';
const rows = [
  'ML070000000,Gao,ML07,Gao,ML0701,Gao,ML070103,Gao,16.26849,-0.05022',
  'ML070104035,Wabaria,ML07,Gao,ML0701,Gao,ML070104,Gounzoureye,16.19078,-0.0322',
  'ML070104013,Kadji,ML07,Gao,ML0701,Gao,ML070104,Gounzoureye,16.19269,-0.06861',
  'ML070200000,Ansongo,ML07,Gao,ML0702,Ansongo,ML070201,Ansongo,15.6616,0.50014',
  'ML010104007,Wabaria,ML01,Kayes,ML0101,Kayes,ML010104,Djelebou,14.9609,-11.5891'
];
const [gao, wabaria, kadji, ansongo, far] = rows.map((row) => row.split(',')[0] as PCode) as [
  PCode,
  PCode,
  PCode,
  PCode,
  PCode
];

let ctx: StaffContext;
beforeEach(() => {
  const db = testPortal();
  importPlaces(db, [header, ...rows].join('\n'), { now: new Date('2026-01-01') });
  ctx = testStaff(db, [{ role: 'administrator' }]);
});

const make = (name: string, localities: readonly PCode[], more: Partial<NewCommunity> = {}) =>
  makeCommunity(ctx, { name, kind: 'village', localities, ...more });
const made = (name: string, ...localities: PCode[]) => {
  const done = make(name, localities);
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
};
const codeOf = (done: { ok: boolean; refusal?: { code: string } }) => done.refusal?.code ?? 'ok';

describe('making a community', () => {
  it('keeps its localities and draws a slug', () => {
    const community = made('  Wabaria   Koyra ', wabaria, kadji, wabaria);
    expect(community).toMatchObject({
      name: 'Wabaria Koyra',
      slug: 'wabaria-koyra',
      kind: 'village',
      madeAt: '2026-07-05T09:00:00Z'
    });
    expect([...localitiesOf(ctx.db, community.id)].sort()).toEqual([kadji, wabaria].sort());
  });
  it('adds the commune, then a number, where the name is taken', () => {
    expect(made('Wabaria', far).slug).toBe('wabaria');
    expect(made('Wabaria', wabaria).slug).toBe('wabaria-gounzoureye');
    expect(made('Wabaria', kadji).slug).toBe('wabaria-gounzoureye-2');
  });
  it('refuses the same community twice, and lets another of the same place be made', () => {
    made('Wabaria', wabaria);
    expect(codeOf(make('wàbarïa', [kadji, wabaria]))).toBe('community-exists');
    expect(codeOf(make('Château', [wabaria], { kind: 'quarter' }))).toBe('ok');
  });
  it.each([
    ['no locality', [], 'localities-required'],
    ['a code nobody knows', ['ML070104999'], 'locality-unknown'],
    ['a commune', ['ML070104'], 'locality-unknown'],
    ['two cercles', [wabaria, ansongo], 'localities-apart'],
    ['the town and a village of one cercle', [wabaria, gao], 'ok'],
    ['21 localities', Array.from({ length: 21 }, (_, n) => `ML0701040${n + 10}`), 'localities-too-many']
  ])('answers %s', (_, localities, code) => expect(codeOf(make('Wabaria', localities as PCode[]))).toBe(code));
  it('refuses a locality that vanished', () => {
    const list = [header, ...rows.filter((row) => !row.startsWith(kadji))].join('\n');
    importPlaces(ctx.db, list, { now: ctx.now, retireVanished: true });
    expect(codeOf(make('Kadji', [kadji]))).toBe('locality-vanished');
  });
  it.each([['W'], [''], ['   '], ['--'], ['x'.repeat(81)]])('refuses the name %j', (name) =>
    expect(codeOf(make(name, [wabaria]))).toBe('name-length')
  );
  it('takes a name in another script', () => expect(made('وباريا', wabaria).slug).toBe('gounzoureye'));
  it('leaves nothing behind when refused', () => {
    make('Wabaria', [wabaria, ansongo]);
    expect(communitiesWithin(ctx.db, null)).toEqual([]);
  });
});

describe('finding communities', () => {
  const found = (query: string, within: string | null, most: number) => {
    const scope = inPlace(within as PCode | null);
    return query === '' ? listCommunities(ctx.db, scope, { most }) : searchCommunities(ctx.db, query, scope, most);
  };
  const slugs = (query: string, within: string | null = null, most = 30) =>
    found(query, within, most).communities.map(({ slug }) => slug);
  beforeEach(() => {
    made('Château de Wabaria', wabaria);
    made('Wabaria', wabaria);
    made('Wabaria Banda', kadji);
    made('Sosso Koyra', gao);
    made('Kayes Ndi', far);
  });

  it('ranks the name, its beginning, a later word, then the place', () =>
    expect(slugs('wabaria')).toEqual(['wabaria', 'wabaria-banda', 'chateau-de-wabaria', 'kayes-ndi']));
  it('finds by commune, cercle, region and alias', () => {
    expect(slugs('gounzou')).toEqual(['chateau-de-wabaria', 'wabaria', 'wabaria-banda']);
    expect(slugs('Gawo')).toEqual(['chateau-de-wabaria', 'sosso-koyra', 'wabaria', 'wabaria-banda']);
    expect(slugs('djelebou')).toEqual(['kayes-ndi']);
  });
  it('keeps within a place, chief towns included', () => {
    expect(slugs('', 'ML0701')).toEqual(['chateau-de-wabaria', 'sosso-koyra', 'wabaria', 'wabaria-banda']);
    expect(slugs('', 'ML070103')).toEqual(['sosso-koyra']);
    expect(slugs('wabaria', 'ML01')).toEqual(['kayes-ndi']);
  });
  it('answers all for nothing typed, none for signs', () => {
    expect(slugs('')).toHaveLength(5);
    expect(slugs(' ?! ')).toEqual([]);
    expect(slugs('zzz')).toEqual([]);
  });
  it('finds the nearest', () =>
    expect(communitiesNear(ctx.db, gao, 2).map(({ slug }) => slug)).toEqual(['sosso-koyra', 'wabaria-banda']));
});

describe('opening a consultation', () => {
  const figures: NewConsultation = {
    sumAvailable: 15_000_000,
    ownShare: 500_000,
    households: 420,
    adultHosts: 900,
    adultReturned: null
  };
  let community: CommunityId;
  beforeEach(() => {
    community = made('Wabaria', wabaria).id;
  });
  const open = (more: Partial<NewConsultation> = {}) => openConsultation(ctx, community, { ...figures, ...more });
  const opened = () => {
    const done = open();
    if (!done.ok) throw new Error(done.refusal.code);
    return done.value;
  };

  it('begins with the call for proposals, as a recorded act', () => {
    const consultation = opened();
    expect(consultation).toMatchObject({ ...figures, number: 1, stage: 'proposing' });
    expect(newestConsultation(ctx.db, community)).toEqual(consultation);
    expect(stageHistory(ctx.db, consultation.id)).toEqual([
      { stage: 'proposing', at: '2026-07-05T09:00:00Z', reason: null }
    ]);
  });

  /** The way to each stage, and whether another consultation may then be opened. */
  it.each([
    [['proposing'], 'consultation-open'],
    [['screening'], 'consultation-open'],
    [['screening', 'frozen', 'no-decision'], 'consultation-open'],
    [['screening', 'frozen', 'voting', 'decided'], 'consultation-open'],
    [['screening', 'frozen', 'voting', 'decided', 'carrying-out'], 'consultation-open'],
    [['screening', 'frozen', 'voting', 'decided', 'carrying-out', 'completed'], 'ok'],
    [['cancelled'], 'ok']
  ] as [Stage[], string][])('after %j answers %s', (way, code) => {
    const first = opened();
    for (const stage of way) if (stage !== 'proposing') expect(changeStage(ctx, first.id, stage).ok).toBe(true);
    const second = open();
    expect(codeOf(second)).toBe(code);
    if (second.ok) expect(second.value.number).toBe(2);
  });

  it.each([
    [{ sumAvailable: 0 }, 'sum-required'],
    [{ sumAvailable: 1, ownShare: 0 }, 'ok'],
    [{ sumAvailable: -5 }, 'number-invalid'],
    [{ sumAvailable: 0.5 }, 'number-invalid'],
    [{ sumAvailable: Number.NaN }, 'number-invalid'],
    [{ ownShare: 100_000_000_001 }, 'number-too-large'],
    [{ adultHosts: 1_000_000 }, 'ok'],
    [{ adultHosts: 1_000_001 }, 'number-too-large'],
    [{ households: -1 }, 'number-invalid'],
    [{ households: null, adultHosts: null, adultReturned: null }, 'ok']
  ])('answers %j with %s', (more, code) => expect(codeOf(open(more))).toBe(code));
  it('refuses a community that is not there', () =>
    expect(codeOf(openConsultation(ctx, 'none' as CommunityId, figures))).toBe('community-unknown'));

  it('goes on to the examination once', () => {
    const { id } = opened();
    expect(codeOf(startScreening(ctx, id))).toBe('ok');
    expect(newestConsultation(ctx.db, community)?.stage).toBe('screening');
    expect(codeOf(startScreening(ctx, id))).toBe('stage-moved-on');
  });
  it('begins the examination again where a vote decided nothing, and not before', () => {
    const { id } = opened();
    for (const stage of ['screening', 'frozen'] as const) changeStage(ctx, id, stage);
    expect(codeOf(startScreening(ctx, id))).toBe('stage-moved-on');
    changeStage(ctx, id, 'no-decision');
    expect(codeOf(startScreening(ctx, id))).toBe('ok');
  });
});
