// Owns the door of every load, action and endpoint. Services never redirect; this is the one place that does.
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { canInAll, visitor, type Action, type Subject } from '#lib/domain/account/permissions.ts';
import type { Staff, StaffContext } from '../db/context.ts';

type Guarded = Pick<RequestEvent, 'locals' | 'url'>;

/** What asks: Kit hands a load an event that can wait for its parents, and an action or endpoint one that can not. */
export type Asker = 'load' | 'handler';

const askerOf = (event: Guarded): Asker => ('parent' in event ? 'load' : 'handler');

/** Lets nobody by who may not, in each of the subjects. A visitor is asked to sign in and brought back; staff without the right get 403. */
export function requirePermission(event: Guarded, action: Action, ...subjects: readonly Subject[]): void {
  event.locals.askedBy.add(askerOf(event));
  refuseUnless(event, action, subjects);
}

/** For layouts: each page still has to ask for itself, since a layout's load runs beside the page's and guards nothing. */
export const requireForLayout = (event: Guarded, action: Action): void => refuseUnless(event, action, []);

/** For pages of those who work on the portal: one that serves people has no such page. */
export function requireDemonstration({ locals }: Guarded): void {
  if (!locals.runtime.settings.demonstration) error(404, 'not-found');
}

function refuseUnless({ locals, url }: Guarded, action: Action, subjects: readonly Subject[]): void {
  const { staff, lang } = locals;
  if (canInAll(staff ?? visitor, action, subjects.length > 0 ? subjects : [{}])) return;
  if (staff) error(403, 'not-allowed');
  redirect(303, `/${lang}/desk/sign-in?next=${encodeURIComponent(url.pathname)}`);
}

/** As `requirePermission`, for acts of staff. @returns the context in which they act. */
export function requireStaff(event: Guarded, action: Action, ...subjects: readonly Subject[]): StaffContext {
  requirePermission(event, action, ...subjects);
  const actor: Staff | null = event.locals.staff;
  if (!actor) error(403, 'not-allowed');
  return { ...event.locals.ctx, actor };
}
