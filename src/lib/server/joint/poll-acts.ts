// Owns the acts of two people on a poll, from opening a sitting to declaring all void. It refuses a poll that is no longer the newest.
import type { AccountId, CommunityId, PollId, SittingId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { colourCodes } from '#lib/domain/vote/colours.ts';
import type { LastRung } from '#lib/domain/vote/rules/rule.ts';
import type { MessageKey } from '#lib/i18n/catalogues.ts';
import { communitySubject, newestConsultation, readCommunity } from '../community/queries.ts';
import type { StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { rehearse } from '../db/rehearse.ts';
import { notaryOf } from '../result/signing.ts';
import { closePoll, whyCannotClose } from '../vote/close-poll.ts';
import { ballotToCall, callBallot } from '../vote/next-ballot.ts';
import { openPoll, whyCannotOpen } from '../vote/open-poll.ts';
import { applyEnvelopes } from '../vote/apply-envelopes.ts';
import { publishResult } from '../vote/publish-result.ts';
import { newestPoll, optionsOf, sealedResult, type Poll } from '../vote/queries.ts';
import { supersedeResult, whyCannotSupersede } from '../vote/recounts.ts';
import { recordSettlement } from '../vote/settle-tie.ts';
import { sittingsById } from '../vote/sittings.ts';
import { supersedeByEnvelope, whyCannotReplace } from '../vote/supersede-by-envelope.ts';
import { voidPoll, whyCannotVoid } from '../vote/void-poll.ts';
import { voidSitting, whyCannotVoidSitting } from '../vote/void-sitting.ts';
import type { Fact, Payloads, Performer, Tools } from './performer.ts';
import { whenAndWhere } from './told-sitting.ts';

type About = { readonly community: CommunityId; readonly poll: PollId };

export function pollOf(db: Portal, { community, poll: id }: About): Result<Poll, 'stage-moved-on'> {
  const consultation = newestConsultation(db, community);
  const poll = consultation && newestPoll(db, consultation.id);
  return poll?.id === id ? ok(poll) : refuse('stage-moved-on');
}

/** An act on the newest poll. @param does `rehearse` changes nothing and answers what would be refused. */
const onPoll = <Payload extends About>(does: {
  rehearse: (ctx: StaffContext, tools: Tools, poll: Poll, payload: Payload) => Result<unknown>;
  perform: (ctx: StaffContext, tools: Tools, poll: Poll, payload: Payload, secondBy: AccountId) => Result<unknown>;
  facts: (db: Portal, payload: Payload) => readonly Fact[];
}): Performer<Payload> => ({
  subjects: (db, { community }) => [communitySubject(db, community)],
  rehearse: (ctx, tools, payload) => {
    const poll = pollOf(ctx.db, payload);
    return poll.ok ? does.rehearse(ctx, tools, poll.value, payload) : poll;
  },
  perform: (ctx, tools, payload, secondBy) => {
    const poll = pollOf(ctx.db, payload);
    if (!poll.ok) return poll;
    const done = does.perform(ctx, tools, poll.value, payload, secondBy);
    return done.ok ? ok(null) : done;
  },
  tell: (db, payload) => {
    const { name = '', slug = '' } = readCommunity(db, payload.community) ?? {};
    return { name, back: `communities/${slug}/poll`, facts: does.facts(db, payload) };
  }
});

const why = (reason: string): Fact => ({ what: 'proposal.reason', text: reason });

export const whereIs = (db: Portal, sitting: SittingId): Fact => {
  const [row] = sittingsById(db, [sitting]);
  return { what: 'freeze.place', text: row ? `${row.place} · ${row.day}` : '' };
};

export const opening = onPoll<Payloads['open-poll']>({
  rehearse: (ctx, _, poll, { attendance }) => whyCannotOpen(ctx, poll, attendance),
  perform: (ctx, { box }, poll, { attendance }, secondBy) => openPoll(ctx, box, secondBy, poll, attendance),
  facts: (_, { attendance: { present, youth, disability, disputes } }) => [
    ...colourCodes.map((colour) => ({ what: `token.${colour}` as const, text: present[colour] })),
    { what: 'poll.youth', text: youth },
    { what: 'poll.disability', text: disability },
    { what: 'poll.disputes', text: disputes }
  ]
});

export const closing = onPoll<Payloads['close-poll']>({
  rehearse: (ctx, { box }, poll, { sitting }) => whyCannotClose(ctx, box, poll, sitting),
  perform: (ctx, { box }, poll, { sitting }, secondBy) => closePoll(ctx, box, secondBy, poll, sitting),
  facts: (db, { sitting }) => [whereIs(db, sitting)]
});

export const publishing = onPoll<Payloads['publish-result']>({
  rehearse: (ctx, { keyFor }, poll, { note }) =>
    rehearse(ctx.db, () => publishResult(ctx, ctx.actor.account, poll, note, notaryOf(keyFor('record-signing')))),
  perform: (ctx, { keyFor, box }, poll, { note }, secondBy) =>
    inTransaction(ctx.db, () => {
      const published = publishResult(ctx, secondBy, poll, note, notaryOf(keyFor('record-signing')));
      // A ballot that people went on to on the spot waited for this.
      if (published.ok) applyEnvelopes(ctx, { box }, poll.id);
      return published;
    }),
  facts: (db, { poll, note }) => [
    { what: 'minutes.fingerprint', text: sealedResult(db, poll)?.fingerprint ?? '' },
    ...(note ? [{ what: 'poll.note', text: note } as const] : [])
  ]
});

const settlingBy = (rung: LastRung, words: { readonly option: MessageKey; readonly note: MessageKey }) =>
  onPoll<Payloads['draw-lot' | 'casting-vote']>({
    rehearse: (ctx, _, poll, { lot }) =>
      rehearse(ctx.db, () => recordSettlement(ctx, poll, rung, lot, ctx.actor.account)),
    perform: (ctx, _, poll, { lot }, secondBy) => recordSettlement(ctx, poll, rung, lot, secondBy),
    facts: (db, { poll, lot }) => [
      { what: words.option, text: optionsOf(db, poll).find(({ id }) => id === lot.option)?.title ?? '' },
      { what: words.note, text: lot.note }
    ]
  });

export const drawing = settlingBy('lot', { option: 'lot.drawn', note: 'lot.note' });

export const hearingCastingVote = settlingBy('casting-vote', {
  option: 'casting-vote.chosen',
  note: 'casting-vote.note'
});

export const calling = onPoll<Payloads['call-ballot']>({
  rehearse: ({ db }, _, poll) => (ballotToCall(db, poll) ? ok(null) : refuse('stage-moved-on')),
  perform: (ctx, _, poll, { planned }, secondBy) => callBallot(ctx, poll, planned, secondBy),
  facts: (_, { planned }) => whenAndWhere(planned)
});

export const voidingSitting = onPoll<Payloads['void-sitting']>({
  rehearse: ({ db }, _, poll, payload) => whyCannotVoidSitting(db, poll, payload),
  perform: (ctx, { box }, poll, { community: _, poll: __, ...voiding }, secondBy) =>
    voidSitting(ctx, box, poll, { ...voiding, secondBy }),
  facts: (db, { sitting, reason, instead }) => [
    whereIs(db, sitting),
    why(reason),
    ...(instead ? [{ what: 'void.instead', text: { key: `channel.${instead}` } } as const] : [])
  ]
});

export const voidingPoll = onPoll<Payloads['void-poll']>({
  rehearse: ({ db }, _, poll, payload) => whyCannotVoid(db, poll, payload),
  perform: (ctx, { box }, poll, { reason, planned, objection }, secondBy) =>
    voidPoll(ctx, box, poll, { reason, planned, objection, secondBy }),
  facts: (_, { reason, planned }) => [why(reason), ...planned.flatMap(whenAndWhere)]
});

export const superseding = onPoll<Payloads['supersede']>({
  rehearse: ({ db }, _, poll, { reason, envelope }) =>
    envelope === undefined ? whyCannotSupersede(db, poll, reason) : whyCannotReplace(db, poll, { reason, envelope }),
  perform: (ctx, tools, poll, { reason, envelope }, secondBy) =>
    envelope === undefined
      ? supersedeResult(ctx, poll, { reason, secondBy })
      : supersedeByEnvelope(ctx, tools, poll, { reason, envelope, secondBy }),
  facts: (_, { reason, envelope }) => [
    ...(envelope === undefined ? [] : [{ what: 'phones.envelope', text: envelope } as const]),
    why(reason)
  ]
});
