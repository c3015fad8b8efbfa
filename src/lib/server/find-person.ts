// Owns finding the account that an address names, for those who may act on it; for everybody else it does not exist.
import { error } from '@sveltejs/kit';
import { can, type Action, type Subject } from '#lib/domain/account/permissions.ts';
import type { WayInTarget } from './account/let-in.ts';
import { findPerson, type Person } from './account/people.ts';
import type { StaffContext } from './db/context.ts';
import type { Settings } from './settings.ts';

export type AtPerson = {
  readonly person: Person;
  readonly target: WayInTarget;
  readonly subjects: readonly Subject[];
  readonly oneself: boolean;
  readonly mayOn: (action: Action) => boolean;
};

/** The actor must be allowed the action in every place where the account's owner works. 404 or 403 otherwise. */
export function personAt(ctx: StaffContext, keyFor: Settings['keyFor'], id: string, action: Action): AtPerson {
  const found = findPerson(ctx, keyFor('phone-number'), id);
  const subjects = found?.subjects ?? [];
  const mayOn = (wanted: Action) => subjects.length > 0 && subjects.every((subject) => can(ctx.actor, wanted, subject));
  if (!found || !mayOn('end-sessions')) error(404, 'not-found');
  if (!mayOn(action)) error(403, 'not-allowed');
  const { person } = found;
  const administrator = person.posts.some(({ role }) => role === 'administrator');
  const target = { id: person.id, name: person.name, administrator };
  return { person, target, subjects, mayOn, oneself: person.id === ctx.actor.account };
}
