// Owns what the desk shows of a poll at each moment. While it is open nobody, staff included, sees more than a step of ten, and
// whoever is to count by hand does not see what somebody else counted.
import type { PublishedView } from '#lib/domain/result/published.ts';
import { readTerms } from '#lib/domain/vote/terms.ts';
import { runningCount } from '#lib/domain/result/small-cells.ts';
import type { ByColour } from '#lib/domain/vote/colours.ts';
import type { QuorumCheck } from '#lib/domain/vote/quorum.ts';
import type { Consultation } from '../community/queries.ts';
import type { Context } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import type { BallotBox } from './ballot-box.ts';
import { whyCannotClose } from './close-poll.ts';
import { countRounds } from './count-entries.ts';
import { differences } from './differences.ts';
import { heldByPhone } from './envelopes.ts';
import { judgeCall, needsQuorum, presentAt } from './judge-call.ts';
import { ballotToCall } from './next-ballot.ts';
import { lastSheet } from './open-poll.ts';
import { phoneDifferences } from './phone-differences.ts';
import { pollPhase } from './poll-phase.ts';
import { cardsPrinted } from './card-sittings.ts';
import { publicationOf, sealedResult, type Poll } from './queries.ts';
import { mayCallAgain } from './second-call.ts';
import { tiedOptions } from './settle-tie.ts';
import { isOver, missedQuorum, newestAttendance, presentOn, sittingsOf, type Sitting } from './sittings.ts';

export function deskPoll(ctx: Context, box: BallotBox, consultation: Consultation, poll: Poll) {
  const { db } = ctx;
  const sealed = sealedResult(db, poll.id);
  const phase = pollPhase(db, poll);
  return {
    stage: consultation.stage,
    phase,
    kind: poll.kind,
    call: poll.sitting.call,
    options: poll.options,
    terms: readTerms(poll.terms),
    sittings: poll.sittings.map((sitting, place) => ({
      ...deskSitting(ctx, box, poll, sitting),
      /** As addresses name it, from 1. */
      number: place + 1
    })),
    failedQuorum: phase === 'missed' ? failedQuorum(db, poll) : [],
    mayCallAgain: mayCallAgain(db, poll),
    counted: sealed && { view: JSON.parse(sealed.published) as PublishedView, fingerprint: sealed.fingerprint },
    differences: phase === 'counted' ? differences(db, poll) : [],
    byPhone: phase === 'counted' ? saidByPhones(db, poll) : { unlike: [], notes: [] },
    tied: tiedOptions(db, poll),
    toCall: ballotToCall(db, poll),
    isPublic: publicationOf(db, poll.id) !== null
  };
}

export type DeskPoll = ReturnType<typeof deskPoll>;
export type DeskSitting = DeskPoll['sittings'][number];

/** The one that a page shows whole: the one asked for, else the first that is not over. @param asked its number, as typed. */
export const currentSitting = ({ sittings }: DeskPoll, asked: string | null): DeskSitting | null =>
  sittings.find(({ number }) => String(number) === asked) ??
  sittings.find(({ state }) => state === 'planned' || state === 'open') ??
  null;

/** What phones announced otherwise, and why people wrote under the tree that something does not fit. */
const saidByPhones = (db: Portal, poll: Poll) => ({
  unlike: phoneDifferences(db, poll),
  notes: poll.sittings.flatMap(({ id }) => heldByPhone(db, id)?.notes ?? [])
});

function deskSitting(ctx: Context, box: BallotBox, poll: Poll, sitting: Sitting) {
  const { db } = ctx;
  const { id, number, channel, place, day, closesAt, state } = sitting;
  const rounds = countRounds(db, id);
  return {
    id,
    channel,
    place,
    day,
    closesAt,
    state,
    printed: cardsPrinted(db, id),
    read: lastSheet(db, sitting),
    before: presentBefore(db, poll, sitting),
    running: channel === 'cards' && state === 'open' ? runningCount(box.countCast(number)) : null,
    mayClose: whyCannotClose(ctx, box, poll, id).ok,
    /** How many have entered what they counted, and whether two differed before. */
    entered: rounds.at(-1)?.entries.length ?? 0,
    differed: rounds.some(({ entries, agrees }) => entries.length === 2 && !agrees)
  };
}

/** Who came to the ballot before, for a second one in the same sitting; null where people are counted anew. */
function presentBefore(db: Portal, poll: Poll, sitting: Sitting): ByColour<number> | null {
  const own = newestAttendance(db, sitting.id);
  if (own) return presentOn(own);
  return needsQuorum(db, poll, sitting) || poll.after === null ? null : presentAtPoll(db, poll.after);
}

function presentAtPoll(db: Portal, id: Poll['id']): ByColour<number> {
  const held = sittingsOf(db, id).filter(({ state }) => state === 'in');
  return presentAt(db, held);
}

/** What was missing at the last call. */
function failedQuorum(db: Portal, poll: Poll): readonly QuorumCheck[] {
  if (!missedQuorum(db, poll.id)) return [];
  const over = poll.sittings.filter(isOver);
  const held = over.length > 0 ? over.filter(({ state }) => state === 'in') : poll.sittings;
  return judgeCall(db, poll, presentAt(db, held)).checks;
}
