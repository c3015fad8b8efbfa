// Owns finding the account that an address names, or answering 404, and what an act on it concerns.
import { error } from '@sveltejs/kit';
import type { Subject } from '#lib/domain/account/permissions.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import type { WayInTarget } from './account/let-in.ts';
import { findPerson, type Person } from './account/people.ts';
import type { Context } from './db/context.ts';
import type { Settings } from './settings.ts';

export type AtPerson = {
  readonly person: Person;
  readonly target: WayInTarget;
  /** Whoever acts on the account needs the right in all of these. Somebody without a role left works nowhere. */
  readonly subjects: readonly [Subject, ...Subject[]];
};

/** @throws 404 for an account that has ended, or never was. */
export function personAt(ctx: Context, keyFor: Settings['keyFor'], id: string): AtPerson {
  const found = findPerson(ctx, keyFor('phone-number'), id as AccountId);
  const [first, ...others] = found?.subjects ?? [];
  if (!found || !first) error(404, 'not-found');
  const { person } = found;
  const administrator = person.posts.some(({ role }) => role === 'administrator');
  return { person, target: { id: person.id, name: person.name, administrator }, subjects: [first, ...others] };
}
