// Owns counting a poll anew from what was kept of it, in two ways that share no code, and comparing every record of it with that. It
// changes nothing and names no figure: what it finds is which two do not say the same.
import type Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { canonicalJson, type Canonical } from '#lib/domain/result/fingerprint.ts';
import { hashSealed, type SealedRecord, type SignedFile } from '#lib/domain/result/record.ts';
import { isByHand } from '#lib/domain/vote/channels.ts';
import { countSlots } from '#lib/domain/vote/count-slots.ts';
import { readCount, tallyOf, type HandCount } from '#lib/domain/vote/hand-count.ts';
import { settleTie } from '#lib/domain/vote/polls.ts';
import { addTallies, type Tally } from '#lib/domain/vote/tally.ts';
import { sha256 } from '../audit/sha256.ts';
import type { Portal } from '../db/portal.ts';
import { lots, records } from '../db/schema/result.ts';
import { countEntries } from '../db/schema/sitting.ts';
import { countBySql } from './count-by-sql.ts';
import { countEnvelopesApart } from './count-envelopes-apart.ts';
import { countHandsApart } from './count-hands-apart.ts';
import { countRounds } from './count-entries.ts';
import { countsAt, envelopesAt, heldByPhone } from './envelopes.ts';
import { lastRungOf, ruleOf } from './poll-rule.ts';
import { publicationOf, sealedResult, type Poll } from './queries.ts';
import { fingerprintOf, viewOf, type SealedCount } from './seal-result.ts';
import type { Sitting } from './sittings.ts';

/** Each names two things that should say the same. */
export type RecountFinding =
  | 'unreadable'
  | 'slots-two-ways'
  | 'hands-two-ways'
  | 'envelopes-two-ways'
  | 'envelope-changed'
  | 'entries-not-equal'
  | 'sitting-and-sealed'
  | 'sum-and-sealed'
  | 'outcome-and-sealed'
  | 'view-and-published'
  | 'fingerprint'
  | 'sealed-record'
  | 'salted-hash'
  | 'public-record';

/** `wiped`: its cards are gone as agreed, and the sealed counts are all that is left. */
export type Recounted = { readonly findings: readonly RecountFinding[]; readonly wiped: boolean };

type Kept = { readonly db: Portal; readonly copy: Database.Database };
type Counted = { readonly tally: Tally | null; readonly findings: readonly RecountFinding[]; readonly wiped: boolean };

const same = (one: unknown, other: unknown): boolean =>
  canonicalJson(one as Canonical) === canonicalJson(other as Canonical);

/** @param check whether a signed file is whole. @returns null where the poll was not counted yet: nothing of it is read. */
export function recountPoll(kept: Kept, poll: Poll, check: (signed: string) => boolean): Recounted | null {
  const result = sealedResult(kept.db, poll.id);
  if (!result) return null;
  try {
    return compare(kept, poll, result, check);
  } catch {
    // Whatever was changed so that it can no longer be read at all.
    return { findings: ['unreadable'], wiped: false };
  }
}

function compare(
  kept: Kept,
  poll: Poll,
  result: NonNullable<ReturnType<typeof sealedResult>>,
  check: (signed: string) => boolean
): Recounted {
  const { db } = kept;
  const sealed = JSON.parse(result.sealed) as SealedCount;
  const held = poll.sittings.filter(({ state }) => state === 'in');
  const counted = held.map((sitting) => countAgain(kept, poll, sitting));
  const tallies = counted.flatMap(({ tally }) => tally ?? []);
  const [first, ...others] = tallies;
  const sum = first && tallies.length === held.length ? others.reduce(addTallies, first) : sealed.tally;
  const lot = db.select().from(lots).where(eq(lots.result, result.number)).get();
  const decided = ruleOf(poll).decide(sum);
  const settled = lot ? settleTie(decided, lot.option, lastRungOf(poll)) : null;
  const outcome = settled?.ok ? settled.value : decided;
  const again = held.map(({ id, channel }, at) => {
    const before = sealed.sittings?.find((one) => one.sitting === id);
    const how = channel === 'phone' ? (heldByPhone(db, id)?.channel ?? before?.channel) : channel;
    return { sitting: id, channel: how ?? channel, tally: counted[at]?.tally ?? before?.tally ?? sum };
  });
  const view = viewOf(db, poll, { tally: sum, outcome });
  const expected: readonly (readonly [RecountFinding, boolean])[] = [
    ['sum-and-sealed', same(sum, sealed.tally)],
    ['outcome-and-sealed', same(outcome, sealed.outcome)],
    ['sitting-and-sealed', result.sealed === sealedText(sealed, { tally: sum, outcome, sittings: again })],
    ['view-and-published', canonicalJson(view) === result.published],
    ['fingerprint', fingerprintOf(poll, view) === result.fingerprint]
  ];
  const broken = expected.flatMap(([code, fits]) => (fits ? [] : [code]));
  const findings = [
    ...counted.flatMap((one) => one.findings),
    ...broken,
    ...recordFindings(db, poll, result.number, check)
  ];
  return { findings: [...new Set(findings)], wiped: counted.some(({ wiped }) => wiped) };
}

/** As it should have been written. Counts of before there were several sittings were not canonical, and had no list. */
const sealedText = (before: SealedCount, now: Required<SealedCount>): string =>
  before.sittings
    ? canonicalJson(now as unknown as Canonical)
    : JSON.stringify({ tally: before.tally, outcome: before.outcome });

function countAgain({ db, copy }: Kept, poll: Poll, sitting: Sitting): Counted {
  const ids = poll.options.map(({ id }) => id);
  if (sitting.channel === 'phone') return countEnvelopes(db, sitting, ids);
  return isByHand(sitting.channel) ? countHands(db, poll, sitting, ids) : countBox(copy, poll, sitting, ids);
}

function countBox(copy: Database.Database, poll: Poll, { number }: Sitting, ids: readonly OptionId[]): Counted {
  const rows = copy.prepare<[number], { ballot: string }>('SELECT ballot FROM slots WHERE box = ?').all(number);
  if (rows.length === 0) return { tally: null, findings: [], wiped: true };
  const { marks } = ruleOf(poll);
  const slots = rows.map(({ ballot }) => ballot);
  const [one, other] = [countSlots(ids, slots, marks), countBySql(copy, number, ids, marks)];
  if (!one.ok || !other.ok) return { tally: null, findings: ['unreadable'], wiped: false };
  return { tally: one.value, findings: same(one.value, other.value) ? [] : ['slots-two-ways'], wiped: false };
}

/** What phones handed in: each as it came, and added up twice. */
function countEnvelopes(db: Portal, { id }: Sitting, ids: readonly OptionId[]): Counted {
  const rows = envelopesAt(db, id);
  if (rows.every(({ text }) => text === '')) return { tally: null, findings: [], wiped: rows.length > 0 };
  const changed = rows.some((row) => sha256(row.text) !== row.sha256);
  const tally = countsAt(db, id)?.tally ?? null;
  const findings: RecountFinding[] = changed || !tally ? ['envelope-changed'] : [];
  if (!tally || !same(tally, countEnvelopesApart(db, id, ids))) findings.push('envelopes-two-ways');
  return { tally, findings, wiped: false };
}

function countHands(db: Portal, poll: Poll, { id, channel }: Sitting, ids: readonly OptionId[]): Counted {
  const round = countRounds(db, id).findLast(({ agrees }) => agrees);
  const texts = db
    .select()
    .from(countEntries)
    .where(eq(countEntries.sitting, id))
    .all()
    .filter((entry) => entry.round === round?.round)
    .map(({ figures }) => figures);
  const [text = ''] = texts;
  if (!round || !isByHand(channel)) return { tally: null, findings: ['entries-not-equal'], wiped: false };
  const count = JSON.parse(text) as HandCount;
  const findings: RecountFinding[] = canonicalJson(count) === text ? [] : ['entries-not-equal'];
  const tally = tallyOf(ids, readCount(channel, poll.kind, ids.length, count));
  if (!same(tally, countHandsApart(text, channel, ids))) findings.push('hands-two-ways');
  return { tally, findings, wiped: false };
}

/** The records of the newest publication, where it tells this result. */
function recordFindings(
  db: Portal,
  poll: Poll,
  result: number,
  check: (signed: string) => boolean
): readonly RecountFinding[] {
  const publication = publicationOf(db, poll.id);
  const row =
    publication?.result === result
      ? db.select().from(records).where(eq(records.publication, publication.number)).get()
      : undefined;
  if (!row) return [];
  const sealed = JSON.parse(row.sealed) as SealedRecord;
  const { record } = JSON.parse(row.signed) as SignedFile;
  const kept = sealedResult(db, poll.id);
  const count = JSON.parse(kept?.sealed ?? 'null') as SealedCount;
  const expected: readonly (readonly [RecountFinding, boolean])[] = [
    ['sealed-record', canonicalJson(sealed as unknown as Canonical) === row.sealed],
    ['sealed-record', same(sealed.tally, count.tally) && same(sealed.outcome, count.outcome)],
    ['salted-hash', hashSealed(sha256, sealed, row.salt) === record.sealed],
    ['public-record', check(row.signed) && canonicalJson(record.published) === kept?.published]
  ];
  return expected.flatMap(([code, fits]) => (fits ? [] : [code]));
}
