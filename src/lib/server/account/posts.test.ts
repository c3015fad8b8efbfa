import { expect, it } from 'vitest';
import { testConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal, testStaff } from '../../../../tests/support/database.ts';
import { can, permissions, type Action } from '#lib/domain/account/permissions.ts';
import { postsToGive } from './posts.ts';

const values = (staff: ReturnType<typeof testStaff>) => postsToGive(staff.db, staff.actor).map(({ value }) => value);

it('an administrator alone makes somebody a speaker, who has no place', () => {
  const village = testConsultation(testPortal());
  const administrator = testStaff(village.committee.db, [{ role: 'administrator' }]);
  const speaker = testStaff(village.committee.db, [{ role: 'speaker' }]);
  expect(postsToGive(administrator.db, administrator.actor)).toContainEqual({
    value: 'speaker',
    role: 'speaker',
    where: '',
    grant: { role: 'speaker' }
  });
  expect(values(village.facilitator)).not.toContain('speaker');
  expect(values(village.committee)).not.toContain('speaker');
  expect(values(speaker)).toEqual([]);
});

it('a speaker may record, and else no more than anybody who signed in', () => {
  const actor = { grants: [{ role: 'speaker' }] } as const;
  const all = Object.keys(permissions) as Action[];
  const ofThem = all.filter((permission) => can(actor, permission) && !can({ grants: [] }, permission));
  expect(ofThem.sort()).toEqual(['record-voices', 'use-desk']);
});
