import { expect, test } from 'vitest';
import { testConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { announced } from '../../../../tests/support/event.ts';
import { forgetPhones } from './forget-phones.ts';
import { findEvent, organiserPhones } from './queries.ts';

test('a phone is kept for 60 days after its event and forgotten then, and nothing else of it', () => {
  const db = testPortal();
  const id = announced(testConsultation(db));
  const before = findEvent(db, id);
  const phone = () => organiserPhones(db, [id]).get(id);
  expect(forgetPhones({ db, now: new Date('2026-09-10T23:59:59Z') })).toBe(0);
  expect(phone()).toBe('76123456');
  expect(forgetPhones({ db, now: new Date('2026-09-11T00:00:00Z') })).toBe(1);
  expect(phone()).toBe('');
  expect(forgetPhones({ db, now: new Date('2026-09-12T00:00:00Z') })).toBe(0);
  expect(findEvent(db, id)).toEqual(before);
});
