// Owns what the desk is shown of staff: those in somebody's own area or community. It never tells a phone number.
import { and, asc, eq, isNull } from 'drizzle-orm';
import { canInAll, type Actor, type Grant, type Subject } from '#lib/domain/account/permissions.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { isLocked } from '../auth/authenticate.ts';
import { devicesOf } from '../auth/devices.ts';
import { sessionsOf } from '../auth/session.ts';
import { areaSubject, communitySubject, placeName, readCommunity } from '../community/queries.ts';
import type { Context } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { accounts } from '../db/schema/account.ts';
import { readStation } from '../station/queries.ts';
import { readGrants } from './queries.ts';

/** A role and where it holds: a community's, a place's or a station's name, '' for everywhere. */
export type Post = { readonly role: Grant['role']; readonly where: string };

export type Person = {
  readonly id: AccountId;
  readonly name: string;
  readonly posts: readonly Post[];
  readonly madeAt: string;
  readonly locked: boolean;
  readonly devices: number;
  readonly sessions: number;
};

type Row = typeof accounts.$inferSelect;

const subjectOf = (db: Portal, grant: Grant): Subject => {
  switch (grant.role) {
    case 'committee':
      return communitySubject(db, grant.community);
    case 'facilitator':
      return areaSubject(db, grant.area);
    case 'radio':
      return grant.station ? { station: grant.station } : {};
    case 'speaker':
    case 'administrator':
      return {};
  }
};

/** What an act on somebody's account concerns: whoever may do it must be allowed in all of these. */
export const subjectsOf = (db: Portal, grants: readonly Grant[]): readonly Subject[] =>
  grants.map((grant) => subjectOf(db, grant));

const postOf = (db: Portal, grant: Grant): Post => {
  switch (grant.role) {
    case 'committee':
      return { role: grant.role, where: readCommunity(db, grant.community)?.name ?? '' };
    case 'facilitator':
      return { role: grant.role, where: placeName(db, grant.area) };
    case 'radio':
      return { role: grant.role, where: (grant.station && readStation(db, grant.station)?.name) ?? '' };
    case 'speaker':
    case 'administrator':
      return { role: grant.role, where: '' };
  }
};

function describe(
  ctx: Context,
  phoneKey: Buffer,
  { id, name, madeAt, phoneHash }: Row,
  grants: readonly Grant[]
): Person {
  return {
    id,
    name,
    madeAt,
    posts: grants.map((grant) => postOf(ctx.db, grant)),
    locked: isLocked(ctx, phoneKey, phoneHash),
    devices: devicesOf(ctx.db, id, '').length,
    sessions: sessionsOf(ctx.db, id, '').length
  };
}

/** Those whose sessions the actor may end, by name. */
export function peopleFor(ctx: Context, phoneKey: Buffer, actor: Actor): readonly Person[] {
  const rows = ctx.db.select().from(accounts).where(isNull(accounts.endedAt)).orderBy(asc(accounts.name), accounts.id);
  return rows.all().flatMap((row) => {
    const grants = readGrants(ctx.db, row.id);
    return canInAll(actor, 'end-sessions', subjectsOf(ctx.db, grants)) ? [describe(ctx, phoneKey, row, grants)] : [];
  });
}

/** Null for nobody, and for an account that has ended. */
export function findPerson(ctx: Context, phoneKey: Buffer, id: string) {
  const row = ctx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, id as AccountId), isNull(accounts.endedAt)))
    .get();
  if (!row) return null;
  const grants = readGrants(ctx.db, row.id);
  return { person: describe(ctx, phoneKey, row, grants), subjects: subjectsOf(ctx.db, grants) };
}
