import { beforeEach, describe, expect, it } from 'vitest';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import type { Portal } from '../db/portal.ts';
import { readFilter } from './read-filter.ts';

let db: Portal;
let forgho: TestConsultation;
beforeEach(() => {
  db = testPortal();
  forgho = testConsultation(db);
});

describe('the filters of an address', () => {
  const read = (query: string) => readFilter(db, new URLSearchParams(query), ['fr', 'bm', 'ses']);

  it('are read, and empty ones let through', () => {
    expect(read('')).toMatchObject({ ok: true, value: { lang: 'fr' } });
    expect(read('region=ml07&community=forgho&kind=match&lang=ses&from=2026-07-05&to=')).toEqual({
      ok: true,
      value: { areas: ['ML07'], community: forgho.community, kind: 'match', lang: 'ses', from: '2026-07-05' }
    });
  });

  it.each([
    ['comunity=forgho', 'filter-name-unknown'],
    ['kind=match&kind=drama', 'filter-repeated'],
    ['kind=party', 'filter-value-unknown'],
    ['community=nowhere', 'filter-value-unknown'],
    ['cercle=ML07', 'filter-value-unknown'],
    ['region=%25', 'filter-value-unknown'],
    ['lang=en', 'filter-value-unknown'],
    ['from=soon', 'filter-value-unknown'],
    ['from=2026-07-06&to=2026-07-05', 'filter-period-empty']
  ])('refuse %s', (query, code) => expect(read(query)).toMatchObject({ ok: false, refusal: { code } }));
});
