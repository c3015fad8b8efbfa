// Owns the door of every load, action and endpoint. Services never redirect; this is the one place that does.
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { can, visitor, type Action, type Subject } from '#lib/domain/account/permissions.ts';
import type { Staff, StaffContext } from '../db/context.ts';

type Guarded = Pick<RequestEvent, 'locals' | 'url'>;

/** Lets nobody by who may not. A visitor is asked to sign in and brought back; staff without the right get 403. */
export function requirePermission(event: Guarded, action: Action, subject: Subject = {}): void {
  const { staff, lang } = event.locals;
  if (can(staff ?? visitor, action, subject)) return;
  if (staff) error(403, 'not-allowed');
  redirect(303, `/${lang}/desk/sign-in?next=${encodeURIComponent(event.url.pathname)}`);
}

/** As `requirePermission`, for acts of staff. @returns the context in which they act. */
export function requireStaff(event: Guarded, action: Action, subject: Subject = {}): StaffContext {
  requirePermission(event, action, subject);
  const actor: Staff | null = event.locals.staff;
  if (!actor) error(403, 'not-allowed');
  return { ...event.locals.ctx, actor };
}
