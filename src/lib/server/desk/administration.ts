// Owns what an administrator is shown of the installation: how many, how large, how long ago. No content, no phone number.
// It asks the system for the size of `ballots.db` and never opens it: the lock of the running server would be lost.
import { count, eq, isNull } from 'drizzle-orm';
import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { verifyChain } from '#lib/domain/audit/chain.ts';
import { roles } from '#lib/domain/account/permissions.ts';
import { reviewedIn } from '#lib/domain/wording/sentences.ts';
import { catalogues, frenchMessages } from '#lib/i18n/catalogues.ts';
import { readAuditHead, readChain } from '../audit/queries.ts';
import { sha256 } from '../audit/sha256.ts';
import type { Portal } from '../db/portal.ts';
import { accountRoles, accounts } from '../db/schema/account.ts';
import { communities, consultations, stageChanges } from '../db/schema/community.ts';
import { backupsIn, momentOf } from '../operations/backup-folders.ts';
import { listTasks } from '../operations/tasks.ts';

/** Accounts that have not ended, by role; somebody with two roles counts in both. */
export function accountsByRole(db: Portal) {
  const rows = db
    .select({ role: accountRoles.role, people: count() })
    .from(accountRoles)
    .innerJoin(accounts, eq(accounts.id, accountRoles.account))
    .where(isNull(accounts.endedAt))
    .groupBy(accountRoles.role)
    .all();
  return roles.map((role) => ({ role, people: rows.find((row) => row.role === role)?.people ?? 0 }));
}

/** How many communities there are, and how many consultations stand at each stage. */
export function consultationsByStage(db: Portal) {
  const newest = db
    .select({ consultation: stageChanges.consultation, stage: stageChanges.stage })
    .from(stageChanges)
    .innerJoin(consultations, eq(consultations.id, stageChanges.consultation))
    .orderBy(stageChanges.number)
    .all();
  const stages = Map.groupBy(
    new Map(newest.map(({ consultation, stage }) => [consultation, stage])).values(),
    (stage) => stage
  );
  return {
    communities: db.select({ all: count() }).from(communities).get()?.all ?? 0,
    stages: [...stages].map(([stage, found]) => ({ stage, consultations: found.length }))
  };
}

/** Strings of each language of the screens, and how many of them a speaker has reviewed; null for the source of the others. */
export const languagesWithStatus = () =>
  [...catalogues.values()].map((catalogue) => ({
    tag: catalogue.$language.tag,
    name: catalogue.$language.name,
    all: Object.keys(catalogue.messages).length,
    reviewed: catalogue.$language.status === 'source' ? null : reviewedIn(catalogue, frenchMessages)
  }));

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

/** In bytes. @param data the data folder. */
export function storage(data: string) {
  const media = join(data, 'media');
  const names = existsSync(media) ? readdirSync(media, { recursive: true, encoding: 'utf8' }) : [];
  const { bavail, bsize } = statfsSync(data);
  return {
    files: [
      { name: 'portal.db', bytes: sizeOf(join(data, 'portal.db')) },
      { name: 'ballots.db', bytes: sizeOf(join(data, 'ballots.db')) },
      { name: 'media', bytes: names.reduce((sum, name) => sum + sizeOf(join(media, name)), 0) }
    ],
    free: bavail * bsize
  };
}

/** `off`: none are made by themselves. @param backups their folder. */
export function lastBackup(
  backups: string | null
): { readonly state: 'off' | 'none' } | { readonly state: 'made'; readonly at: string } {
  if (backups === null) return { state: 'off' };
  const [newest] = backupsIn(backups);
  return newest ? { state: 'made', at: momentOf(newest).toISOString() } : { state: 'none' };
}

export const tasksOf = (db: Portal) =>
  listTasks(db).map(({ name, last }) => ({ name, at: last?.at ?? null, failed: Boolean(last?.failure) }));

/** @param whole whether to go through all of it, which takes a second for each hundred thousand entries or so. */
export const chainOf = (db: Portal, whole: boolean) => ({
  ...readAuditHead(db),
  verified: whole ? verifyChain(sha256, readChain(db.$client)) : null
});
