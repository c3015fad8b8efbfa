// Owns the two records of a publication: what stays sealed, with its salt, and what everybody may check, signed. None is ever changed.
import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { CommunityId } from '#lib/domain/shared/ids.ts';
import { canonicalJson, type Canonical } from '#lib/domain/result/fingerprint.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';
import {
  buildPublicRecord,
  buildSealedRecord,
  hashRecord,
  hashSealed,
  serialise,
  type PublicRecord,
  type SignedFile
} from '#lib/domain/result/record.ts';
import { readGrants } from '../account/queries.ts';
import { readAuditHead } from '../audit/queries.ts';
import { sha256 } from '../audit/sha256.ts';
import { readCommunity, whereIs } from '../community/queries.ts';
import { moment, type Acting } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { consultations } from '../db/schema/community.ts';
import { publications, records } from '../db/schema/result.ts';
import { approvalsOf, type Approval } from './approvals.ts';
import { cardsPrinted } from './card-sittings.ts';
import { confirmedCount } from './count-entries.ts';
import { heldByPhone } from './envelopes.ts';
import { frozenBallot } from './frozen-ballot.ts';
import { sealedResult, type Poll } from './queries.ts';
import type { SealedCount } from './seal-result.ts';
import { newestAttendance, presentOn, type Sitting } from './sittings.ts';

/** Whoever signs records, and for which version of the program. */
export type Notary = { readonly program: string; readonly sign: (record: PublicRecord) => SignedFile };

/** Call inside the transaction of the publication, before its entry in the chain. @param reason why it supersedes another. */
export function writeRecord(
  ctx: Acting,
  poll: Poll,
  publication: number,
  { program, sign }: Notary,
  reason: string | null
): void {
  const { db } = ctx;
  const result = sealedResult(db, poll.id);
  const row = db.select().from(consultations).where(eq(consultations.id, poll.consultation)).get();
  const community = row && readCommunity(db, row.community);
  if (!result || !row || !community) throw new Error('A publication has no result or no community.');
  const count = JSON.parse(result.sealed) as SealedCount;
  const ballot = frozenBallot(poll);
  const sealed = buildSealedRecord({
    program,
    poll: poll.id,
    ballot,
    rule: poll.rule,
    tally: count.tally,
    outcome: count.outcome,
    sittings: poll.sittings.map((sitting) => sealedSitting(db, sitting, count)),
    countedAt: result.countedAt
  });
  const salt = randomBytes(32).toString('hex');
  const record = buildPublicRecord(sha256, {
    program,
    community: { slug: community.slug, name: community.name, place: whereIs(db, community.id) },
    consultation: row.number,
    poll: { id: poll.id, number: poll.number, kind: poll.kind },
    ballot,
    published: JSON.parse(result.published) as PublishedView,
    approvals: approvals(db, poll, community.id, publication),
    sealed: hashSealed(sha256, sealed, salt),
    chainHead: readAuditHead(db).hash,
    publishedAt: moment(ctx.now),
    supersedes: supersededBy(db, poll, publication, reason)
  });
  const signed = serialise(sign(record));
  db.insert(records)
    .values({ publication, sealed: canonicalJson(sealed), salt, signed })
    .run();
}

/** Everything that was counted there, for a recount when the cards are wiped. No name: who entered stays in the portal. */
function sealedSitting(db: Portal, { id, channel, place, day, state }: Sitting, count: SealedCount): Canonical {
  const sheet = newestAttendance(db, id);
  const own = count.sittings?.find((one) => one.sitting === id);
  return {
    id,
    channel,
    place,
    day,
    outcome: state,
    present: sheet && presentOn(sheet),
    printed: channel === 'cards' ? cardsPrinted(db, id) : null,
    cast: own?.tally.ballots ?? null,
    count: confirmedCount(db, id),
    ...(channel === 'phone' && { byPhone: heldByPhone(db, id) })
  };
}

function approvals(db: Portal, poll: Poll, community: CommunityId, publication: number): readonly Approval[] {
  const row = db.select().from(publications).where(eq(publications.number, publication)).get();
  return approvalsOf(db, poll, row ?? null).map(({ act, by, secondBy }) => ({
    act,
    roles: [by, secondBy].map((account) => roleOf(db, account, community))
  }));
}

/** Whoever serves the committee signs for it; else a facilitator stood in. */
const roleOf = (db: Portal, account: Parameters<typeof readGrants>[1], community: CommunityId): string =>
  readGrants(db, account).some((grant) => grant.role === 'committee' && grant.community === community)
    ? 'committee'
    : 'facilitator';

function supersededBy(db: Portal, { id }: Poll, publication: number, reason: string | null) {
  if (reason === null) return null;
  const before = db
    .select({ signed: records.signed, number: records.publication })
    .from(records)
    .innerJoin(publications, eq(publications.number, records.publication))
    .where(eq(publications.poll, id))
    .orderBy(publications.number)
    .all()
    .findLast(({ number }) => number < publication);
  return before ? { record: hashRecord(sha256, (JSON.parse(before.signed) as SignedFile).record), reason } : null;
}

/** The file that anybody may check; null where it was published before there were records. */
export const signedRecord = (db: Portal, publication: number): string | null =>
  db.select().from(records).where(eq(records.publication, publication)).get()?.signed ?? null;
