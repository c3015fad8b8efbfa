import { beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#lib/domain/event/day.ts';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { announced } from '../../../../tests/support/event.ts';
import type { Portal } from '../db/portal.ts';
import { agenda } from './agenda.ts';

let db: Portal;
let forgho: TestConsultation;
let kabara: TestConsultation;
beforeEach(() => {
  db = testPortal();
  forgho = testConsultation(db);
  kabara = testConsultation(db, { slug: 'kabara', pcode: 'ML06010101' });
});

/** A Sunday. */
const now = new Date('2026-07-05T12:00:00Z');
const asked = (query = '') => agenda({ db, now }, new URLSearchParams(query));
const titles = (query: string) => asked(query).days.flatMap(({ events }) => events.map(({ title }) => title));

describe('the agenda', () => {
  it('begins today and ends with the next week, unless a week is asked for', () => {
    expect(asked()).toMatchObject({ period: { from: '2026-07-05', to: '2026-07-12' }, week: '', days: [], pages: 1 });
    expect(asked('week=2026-W29')).toMatchObject({
      period: { from: '2026-07-13', to: '2026-07-19' },
      before: '2026-W28',
      after: '2026-W30'
    });
    expect(asked('week=2026-W60').week).toBe('');
  });

  it('is filtered by kind, community and place, guests included', () => {
    announced(forgho, { title: 'À Forgho', guests: [kabara.community] });
    announced(kabara, { title: 'À Kabara', kind: 'drama' });
    expect(titles('')).toHaveLength(2);
    expect(titles('kind=drama')).toEqual(['À Kabara']);
    expect(titles('region=ML07')).toEqual(['À Forgho']);
    expect(titles('region=ML06').sort()).toEqual(['À Forgho', 'À Kabara']);
    expect(titles('community=kabara').sort()).toEqual(['À Forgho', 'À Kabara']);
    expect(titles('kind=nothing&community=nowhere&region=ML99')).toHaveLength(2);
  });

  it('offers narrower places once a wider one is chosen, and forgets those of another region', () => {
    expect(asked().choices).toMatchObject({ cercle: [], commune: [], community: [] });
    expect(asked().choices.region.map(({ value }) => value)).toEqual(['ML07', 'ML06']);
    const chosen = asked('region=ML07&cercle=ML0701');
    expect(chosen.choices.commune.map(({ value }) => value)).toEqual(['ML070101']);
    expect(chosen.choices.community.map(({ value }) => value)).toEqual(['forgho']);
    expect(asked('region=ML06&cercle=ML0701').filters).toMatchObject({ region: 'ML06', cercle: '' });
  });

  it('shows a full week of 500 events in pages that a phone can load', () => {
    for (let count = 0; count < 500; count++)
      announced(forgho, { day: addDays('2026-07-06', count % 7), title: `Match ${count}` });
    const first = asked('week=2026-W28');
    expect(first).toMatchObject({ total: 500, page: 1, pages: 9 });
    const all = Array.from({ length: 9 }, (_, page) => titles(`week=2026-W28&page=${page + 1}`)).flat();
    expect(new Set(all).size).toBe(500);
    expect(asked('week=2026-W28&page=99').page).toBe(9);
    expect(asked('week=2026-W28&page=x').page).toBe(1);
  });
});
