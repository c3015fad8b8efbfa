import { expect, it } from 'vitest';
import { testConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { endRemark, howManyWait, keepRemark, waitingRemarks, wipeRemarks } from './remarks.ts';

const said = { language: 'bm', said: 'A ci', better: '' };
const now = new Date('2026-07-05T12:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

it('waits until a reviewer is done with it, once, and goes a year later', () => {
  const db = testPortal();
  const { facilitator } = testConsultation(db);
  keepRemark({ db, now }, said, '/[lang=lang]/vote');
  keepRemark({ db, now }, { ...said, better: 'A lase' }, '');
  expect(waitingRemarks(db)).toMatchObject([{ said: 'A ci', page: '/[lang=lang]/vote' }, { better: 'A lase' }]);
  const number = waitingRemarks(db)[0]?.number ?? 0;
  expect(endRemark({ ...facilitator, db, now }, number).ok).toBe(true);
  expect(endRemark({ ...facilitator, db, now }, number)).toMatchObject({ refusal: { code: 'remark-done' } });
  expect(howManyWait(db)).toBe(1);
  expect(wipeRemarks({ db, now: later(364) })).toBe(0);
  expect(wipeRemarks({ db, now: later(366) })).toBe(1);
  expect(wipeRemarks({ db, now: later(5000) })).toBe(0);
});
