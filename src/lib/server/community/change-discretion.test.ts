import { beforeEach, describe, expect, it } from 'vitest';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { discretionChanges } from '../db/schema/community.ts';
import { changeDiscretion, lastDiscretionChange } from './change-discretion.ts';
import { communityCard } from './community-cards.ts';
import { readCommunity } from './queries.ts';
import { toldConsultation } from './told-consultation.ts';

let forgho: TestConsultation;
beforeEach(() => {
  forgho = testConsultation(testPortal());
});

const silent = { discreet: true, hiddenUntil: null };
const holds = () => {
  const community = readCommunity(forgho.committee.db, forgho.community);
  if (!community) throw new Error('The community is gone.');
  return community;
};
const change = (wanted: Parameters<typeof changeDiscretion>[2], read = 0) =>
  changeDiscretion(forgho.committee, forgho.community, wanted, read);
const rows = () => forgho.committee.db.select().from(discretionChanges).all();

describe('changing the discretion of a community', () => {
  it('is a row of who and when beside what holds', () => {
    expect(holds()).toMatchObject({ discreet: false, hiddenUntil: null });
    expect(change({ discreet: true, hiddenUntil: '2026-08-01' })).toMatchObject({ ok: true });
    expect(holds()).toMatchObject({ discreet: true, hiddenUntil: '2026-08-01' });
    const by = forgho.committee.actor.account;
    expect(rows()).toMatchObject([{ discreet: true, hiddenUntil: '2026-08-01', at: '2026-07-05T09:00:00Z', by }]);
  });

  it('writes nothing where nothing changes', () => {
    expect(change({ discreet: false, hiddenUntil: null })).toMatchObject({ ok: true });
    expect(rows()).toEqual([]);
  });

  it('refuses a form that was read before somebody else changed it', () => {
    change(silent);
    const read = lastDiscretionChange(forgho.committee.db, forgho.community);
    expect(change({ discreet: false, hiddenUntil: null })).toMatchObject({
      refusal: { code: 'community-changed-meanwhile' }
    });
    expect(holds().discreet).toBe(true);
    expect(change({ discreet: false, hiddenUntil: null }, read)).toMatchObject({ ok: true });
  });

  it.each([
    ['2027-07-06', true],
    ['2027-07-07', false],
    ['2020-01-01', true]
  ])('a day may lie a year ahead and no more: %s', (hiddenUntil, ok) => {
    expect(change({ discreet: true, hiddenUntil }).ok).toBe(ok);
  });
});

describe('what visitors are told of a consultation', () => {
  const told = () => toldConsultation(forgho.committee.db, holds(), forgho.committee.now);

  it('is all of it, where the community is not discreet', () => {
    forgho.moveTo('voting');
    expect(told()).toMatchObject({ stage: 'voting', hidden: false, history: [{}, { stage: 'voting' }] });
    expect(told()?.history.every(({ at }) => at !== null)).toBe(true);
  });

  it('is neither a day nor that people vote now, where it is', () => {
    forgho.moveTo('voting');
    change(silent);
    expect(told()).toMatchObject({ stage: 'frozen', hidden: true, history: [{ stage: 'proposing', at: null }] });
    expect(JSON.stringify(told())).not.toMatch(/voting|2026/);
    expect(communityCard(forgho.committee.db, holds()).stage).toBe('frozen');
  });
});
