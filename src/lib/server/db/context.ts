// Owns what every service is handed: the databases, the moment and who acts. Built once per request, passed by hand.
import type { Actor } from '#lib/domain/account/permissions.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import type { Portal } from './portal.ts';

/** Somebody who signed in. */
export type Staff = Actor & { readonly account: AccountId; readonly name: string };

export type Context = { readonly db: Portal; readonly now: Date };

/** A context in which a member of staff acts. */
export type StaffContext = Context & { readonly actor: Staff };

/** Whose act it is, by account: of staff at work, or of somebody whose act is completed after an interruption. */
export type Acting = Context & { readonly actor: { readonly account: AccountId } };

/** The moment as the database stores it: UTC, to the second. */
export const moment = (now: Date): string => `${now.toISOString().slice(0, 19)}Z`;
