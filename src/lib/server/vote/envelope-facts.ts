// Owns what the portal knows of the ballot that an envelope names, so that the domain can judge it. A ballot that follows on the spot
// may have no row yet: its projects then are those of the frozen ballot under the names that phone and portal both give them.
import { and, desc, eq } from 'drizzle-orm';
import { canonicalJson } from '#lib/domain/result/fingerprint.ts';
import type { Envelope } from '#lib/domain/assembly/envelope.ts';
import type { EnvelopeFacts, EnvelopePoll } from '#lib/domain/assembly/judge-envelope.ts';
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { laterOptionId } from '#lib/domain/vote/later-options.ts';
import { readStage } from '../audit/change-stage.ts';
import { sha256 } from '../audit/sha256.ts';
import type { Portal } from '../db/portal.ts';
import { sittings } from '../db/schema/sitting.ts';
import { polls } from '../db/schema/vote.ts';
import { receivedBefore } from './envelopes.ts';
import { frozenBallot } from './frozen-ballot.ts';
import { ruleOf } from './poll-rule.ts';
import { publicationOf, readPoll, sealedResult, voidOf, type Poll } from './queries.ts';

/** @param checked what `checkEnvelope` found. */
export const envelopeFacts = (
  db: Portal,
  envelope: Envelope,
  checked: Pick<EnvelopeFacts, 'device' | 'signed'>
): EnvelopeFacts => ({
  ...checked,
  poll: pollFacts(db, envelope),
  sitting: sittingState(db, envelope),
  kept: receivedBefore(db, envelope).length > 0 ? 'different' : 'none'
});

function pollFacts(db: Portal, { poll: id, kind, counts }: Envelope): EnvelopePoll | null {
  const root = readPoll(db, id);
  if (!root) return null;
  const target = kind === root.kind ? root : laterPoll(db, root, kind);
  const named = counts.tally.options.map((option) => option.id);
  return {
    state: voidOf(db, root.id) ? 'void' : stateOf(db, root, target),
    digest: sha256(canonicalJson(frozenBallot(root))),
    options: kind === root.kind ? root.options.map((option) => option.id) : laterOptions(root, named),
    marks: ruleOf({ kind, rule: root.rule }).marks
  };
}

/** The ballot that follows this one, where it was called already. */
export function laterPoll(db: Portal, root: Poll, kind: Envelope['kind']): Poll | null {
  const row = db
    .select({ id: polls.id })
    .from(polls)
    .where(and(eq(polls.after, root.id), eq(polls.kind, kind)))
    .orderBy(desc(polls.number))
    .limit(1)
    .get();
  return row ? readPoll(db, row.id) : null;
}

function stateOf(db: Portal, root: Poll, target: Poll | null): EnvelopePoll['state'] {
  if (readStage(db, root.consultation) === 'cancelled') return 'void';
  if (!target) return 'open';
  if (voidOf(db, target.id)) return 'void';
  if (publicationOf(db, target.id)) return 'published';
  return sealedResult(db, target.id) ? 'closed' : 'open';
}

/** Of those named only what stood on the first ballot, in its order: judged beside what was named, all else is impossible. */
const laterOptions = ({ options, number }: Poll, named: readonly OptionId[]): readonly OptionId[] =>
  options.map(({ id }) => laterOptionId(id, number + 1)).filter((id) => named.includes(id));

function sittingState(db: Portal, { sitting, poll }: Envelope): EnvelopeFacts['sitting'] {
  const row = db.select().from(sittings).where(eq(sittings.id, sitting)).get();
  if (row?.poll !== poll) return 'unknown';
  const listed = readPoll(db, poll)?.sittings.find(({ id }) => id === sitting);
  return listed && listed.state !== 'void' ? 'listed' : 'void';
}
