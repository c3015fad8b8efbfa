// Owns what is read of envelopes: which were handed in for a vote, and which of them count at a sitting.
import { and, asc, eq, like, notLike } from 'drizzle-orm';
import { readEnvelope, type Envelope } from '#lib/domain/assembly/envelope.ts';
import { addCounts, type Counts } from '#lib/domain/assembly/counts.ts';
import type { DeviceId, PollId, SittingId } from '#lib/domain/shared/ids.ts';
import type { ByColour } from '#lib/domain/vote/colours.ts';
import { addByColour, noneByColour } from '#lib/domain/vote/tally.ts';
import type { Portal } from '../db/portal.ts';
import { envelopes } from '../db/schema/assembly.ts';

export type EnvelopeRow = typeof envelopes.$inferSelect;
/** One of which the counts are still there: not wiped, and whole. */
export type KeptEnvelope = EnvelopeRow & { readonly envelope: Envelope };

const kept = (rows: readonly EnvelopeRow[]): readonly KeptEnvelope[] =>
  rows.flatMap((row) => {
    const read = readEnvelope(row.text);
    return read.ok ? [{ ...row, envelope: read.value.envelope }] : [];
  });

const received = notLike(envelopes.answer, 'refused-%');

/** Of the vote that the pack named, later ballots included; oldest first. */
export const envelopesOf = (db: Portal, poll: PollId): readonly KeptEnvelope[] =>
  kept(
    db
      .select()
      .from(envelopes)
      .where(and(eq(envelopes.poll, poll), received))
      .orderBy(asc(envelopes.number))
      .all()
  );

export const envelopesAt = (db: Portal, sitting: SittingId): readonly EnvelopeRow[] =>
  db.select().from(envelopes).where(eq(envelopes.countsAt, sitting)).orderBy(asc(envelopes.number)).all();

/** Those that count at a sitting; none once they are wiped. */
export const countedAt = (db: Portal, sitting: SittingId): readonly KeptEnvelope[] => kept(envelopesAt(db, sitting));

/** The sum of what counts at a sitting; null where nothing does, or it was wiped. */
export function countsAt(db: Portal, sitting: SittingId): Counts | null {
  const [first, ...others] = countedAt(db, sitting).map(({ envelope }) => envelope.counts);
  if (!first) return null;
  return others.reduce<Counts | null>((sum, counts) => {
    const added = sum && addCounts(sum, counts);
    return added?.ok ? added.value : null;
  }, first);
}

/** How a sitting went that a phone held. `recovered`: whether the sealed code took the place of two PINs. */
export type HeldByPhone = {
  readonly channel: Envelope['channel'];
  readonly used: ByColour<number>;
  readonly unused: ByColour<number>;
  readonly recovered: boolean;
  /** Why people, tokens and ballots do not fit, as it was written there. */
  readonly notes: readonly string[];
};

/** null where nothing counts there, or it was wiped. */
export function heldByPhone(db: Portal, sitting: SittingId): HeldByPhone | null {
  const those = countedAt(db, sitting).map(({ envelope }) => envelope);
  const [first] = those;
  if (!first) return null;
  const sum = (which: 'used' | 'unused') => those.map(({ tokens }) => tokens[which]).reduce(addByColour, noneByColour);
  return {
    channel: first.channel,
    used: sum('used'),
    unused: sum('unused'),
    recovered: those.some(({ recovered }) => recovered === 'yes'),
    notes: those.map(({ note }) => note).filter((note) => note !== '')
  };
}

export const receivedBefore = (db: Portal, { poll, kind, device }: Envelope): readonly EnvelopeRow[] =>
  db
    .select()
    .from(envelopes)
    .where(and(eq(envelopes.poll, poll), eq(envelopes.kind, kind), eq(envelopes.device, device), received))
    .all();

export const refusedEnvelopes = (db: Portal): readonly EnvelopeRow[] =>
  db.select().from(envelopes).where(like(envelopes.answer, 'refused-%')).orderBy(asc(envelopes.number)).all();

export const envelopeByHash = (db: Portal, sha256: string): EnvelopeRow | null =>
  db
    .select()
    .from(envelopes)
    .where(and(eq(envelopes.sha256, sha256), received))
    .get() ?? null;

/** By one phone, also those that were refused; oldest first. */
export const envelopesHandedIn = (db: Portal, device: DeviceId): readonly EnvelopeRow[] =>
  db.select().from(envelopes).where(eq(envelopes.device, device)).orderBy(asc(envelopes.number)).all();
