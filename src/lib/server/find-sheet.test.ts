import { beforeEach, describe, expect, it } from 'vitest';
import type { PCode, StationId } from '#lib/domain/shared/ids.ts';
import { testConsultation } from '../../../tests/support/consultation.ts';
import { testPortal, testStaff } from '../../../tests/support/database.ts';
import type { Context } from './db/context.ts';
import { sheetAt } from './find-sheet.ts';
import { makeStation, type StationInput } from './station/write-station.ts';

const now = new Date('2026-07-05T09:00:00Z');
let ctx: Context;
let station: StationId;
const koyra: StationInput = { name: 'Radio Koyra', languages: ['ses'], areas: ['ML07' as PCode] };

beforeEach(() => {
  const db = testPortal();
  ctx = { db, now };
  testConsultation(db);
  const made = makeStation(testStaff(db, [{ role: 'administrator' }]), koyra);
  if (!made.ok) throw new Error(made.refusal.code);
  station = made.value.id;
});

const read = (query: string, staff: Parameters<typeof sheetAt>[1] = null) =>
  sheetAt(ctx, staff, new URLSearchParams(query), ['ses', 'fr', 'bm']);
const producer = () => ({ grants: [{ role: 'radio', station }] }) as const;

describe('the days', () => {
  it.each([
    ['', '2026-07-05', '2026-07-11'],
    ['week=2026-W29', '2026-07-13', '2026-07-19'],
    ['week=15/7/2026', '2026-07-13', '2026-07-19'],
    ['day=2026-07-20', '2026-07-20', '2026-07-20'],
    ['week=2026-W29&day=2026-07-20', '2026-07-20', '2026-07-20'],
    ['week=&day=', '2026-07-05', '2026-07-11']
  ])('%s', (query, from, to) => expect(read(query).asked.period).toEqual({ from, to }));
});

describe('since when', () => {
  it.each([
    ['', null],
    ['since=2026-07-01', '2026-07-01T00:00:00Z'],
    ['since=1/7/2026', '2026-07-01T00:00:00Z'],
    ['since=2026-07-01T16:30', '2026-07-01T16:30:00Z'],
    ['since=2026-07-01T16:30:12Z', '2026-07-01T16:30:12Z']
  ])('%s', (query, since) => expect(read(query).asked.since).toBe(since));
});

it.each([
  ['week=jamais', 'filter-value-unknown', 'week'],
  ['day=31/6/2026', 'filter-value-unknown', 'day'],
  ['since=2026-07-06', 'filter-value-unknown', 'since'],
  ['since=2026-07-01T25:00', 'filter-value-unknown', 'since'],
  ['station=nulle-part', 'filter-value-unknown', 'station'],
  ['lang=xx', 'filter-value-unknown', 'lang'],
  ['day=2026-07-01&day=2026-07-02', 'filter-repeated', 'day'],
  ['color=red', 'filter-name-unknown', 'color'],
  ['from=2026-07-01', 'filter-name-unknown', 'from']
])('%s is told, and the rest is kept', (query, code, name) => {
  const { mistakes, query: kept, filter, asked } = read(`${query}&region=ML07&kind=match`);
  expect(mistakes).toMatchObject([{ code, detail: { name } }]);
  expect(kept).toEqual({ region: 'ML07', kind: 'match' });
  expect(filter).toMatchObject({ areas: ['ML07'], kind: 'match', lang: 'ses' });
  expect(asked.period.from).toBe('2026-07-05');
});

it('reads scripts in the language asked for, else in that of the page', () => {
  expect([read('').lang, read('lang=bm').lang]).toEqual(['ses', 'bm']);
});

describe('whoever works at a station', () => {
  it('gets its sheet, unless the address says of whom', () => {
    expect(read('week=2026-W29', producer())).toMatchObject({ station: { slug: 'radio-koyra' } });
    expect(read('week=2026-W29', producer()).query).toEqual({ week: '2026-W29', station: 'radio-koyra' });
    for (const query of ['station=', 'region=ML07', 'community=forgho'])
      expect(read(query, producer()).station).toBeNull();
    expect(read('', { grants: [{ role: 'radio', station: null }] }).station).toBeNull();
  });
});
