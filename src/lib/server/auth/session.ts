// Owns sessions: the only file that knows lucia, whose upstream has ended. It refuses to store or return a token in clear.
import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { and, desc, eq } from 'drizzle-orm';
import { Lucia, TimeSpan } from 'lucia';
import { randomBytes } from 'node:crypto';
import type { Role } from '#lib/domain/account/permissions.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import type { Staff } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { accounts, sessions } from '../db/schema/account.ts';
import { readGrants } from '../account/queries.ts';
import { tokenHash } from './keyed-hash.ts';

type Engine = Lucia<{ startedAt: number; seenAt: number }, Record<never, never>>;

declare module 'lucia' {
  interface Register {
    Lucia: Engine;
    UserId: AccountId;
    DatabaseSessionAttributes: { startedAt: number; seenAt: number };
  }
}

/** Seconds without a request, and seconds since sign-in, after which a session ends; the strictest of somebody's roles holds. */
const limits: Record<Role, { idle: number; absolute: number }> = {
  committee: { idle: 12 * 3600, absolute: 7 * 86_400 },
  facilitator: { idle: 12 * 3600, absolute: 7 * 86_400 },
  radio: { idle: 3 * 86_400, absolute: 30 * 86_400 },
  speaker: { idle: 12 * 3600, absolute: 7 * 86_400 },
  administrator: { idle: 1800, absolute: 12 * 3600 }
};

/** Seconds: each note of a request costs an fsync. */
const seenEvery = 60;

const engines = new WeakMap<Portal, Engine>();

function engine(db: Portal): Engine {
  const known = engines.get(db);
  if (known) return known;
  const made = new Lucia(new DrizzleSQLiteAdapter(db, sessions, accounts), {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    getSessionAttributes: ({ startedAt, seenAt }) => ({ startedAt, seenAt })
  });
  engines.set(db, made);
  return made;
}

const seconds = (now: Date): number => Math.floor(now.getTime() / 1000);

/** Starts a session. @returns the token for the cookie, which is stored nowhere. */
export async function startSession(db: Portal, account: AccountId, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const at = seconds(now);
  await engine(db).createSession(account, { startedAt: at, seenAt: at }, { sessionId: tokenHash(token) });
  return token;
}

/** Who holds this token, or null where it is unknown, ended, or idle for too long. */
export async function readSession(db: Portal, token: string, now: Date): Promise<Staff | null> {
  const { session } = await engine(db).validateSession(tokenHash(token));
  if (!session) return null;
  const account = db.select().from(accounts).where(eq(accounts.id, session.userId)).get();
  const grants = readGrants(db, session.userId);
  if (!account || account.endedAt || grants.length === 0 || isOver(session, grants, seconds(now))) {
    await engine(db).invalidateSession(session.id);
    return null;
  }
  if (seconds(now) - session.seenAt > seenEvery)
    db.update(sessions)
      .set({ seenAt: seconds(now) })
      .where(eq(sessions.id, session.id))
      .run();
  return { account: account.id, name: account.name, grants };
}

const isOver = (session: { startedAt: number; seenAt: number }, grants: Staff['grants'], now: number): boolean =>
  grants.some(
    ({ role }) => now - session.seenAt > limits[role].idle || now - session.startedAt > limits[role].absolute
  );

export const endSession = (db: Portal, token: string): Promise<void> => engine(db).invalidateSession(tokenHash(token));

export type OpenSession = {
  readonly id: string;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly thisOne: boolean;
};

const fromSeconds = (at: number): string => new Date(at * 1000).toISOString();

/** The newest first. `id` is the stored hash, of no use to sign in. @param token of whoever asks, '' without one */
export const sessionsOf = (db: Portal, account: AccountId, token: string): readonly OpenSession[] =>
  db
    .select()
    .from(sessions)
    .where(eq(sessions.userId, account))
    .orderBy(desc(sessions.startedAt), sessions.id)
    .all()
    .map(({ id, startedAt, seenAt }) => ({
      id,
      startedAt: fromSeconds(startedAt),
      seenAt: fromSeconds(seenAt),
      thisOne: id === tokenHash(token)
    }));

/** One of this person's; somebody else's is left alone. */
export function endOneSession(db: Portal, account: AccountId, id: string): void {
  db.delete(sessions)
    .where(and(eq(sessions.userId, account), eq(sessions.id, id)))
    .run();
}

/** Sessions that nobody can use any more. @returns how many. */
export function wipeSessions(db: Portal, now: Date): number {
  const over = db
    .select({ session: sessions, endedAt: accounts.endedAt })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.userId))
    .all()
    .filter(({ session, endedAt }) => {
      const grants = readGrants(db, session.userId);
      return endedAt !== null || grants.length === 0 || isOver(session, grants, seconds(now));
    });
  for (const { session } of over) db.delete(sessions).where(eq(sessions.id, session.id)).run();
  return over.length;
}
