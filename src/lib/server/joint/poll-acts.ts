// Owns the acts of two people on a poll: opening, closing and publishing it. It refuses a poll that is no longer the newest.
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { colourCodes } from '#lib/domain/vote/colours.ts';
import { communitySubject, newestConsultation, readCommunity, type Consultation } from '../community/queries.ts';
import type { Portal } from '../db/portal.ts';
import { rehearse } from '../db/rehearse.ts';
import { closePoll, whyCannotClose } from '../vote/close-poll.ts';
import { openPoll, whyCannotOpen } from '../vote/open-poll.ts';
import { publishResult } from '../vote/publish-result.ts';
import { newestPoll, sealedResult, type Poll } from '../vote/queries.ts';
import type { Fact, Payloads, Performer, Told } from './performer.ts';

type PollAct = 'open-poll' | 'close-poll' | 'publish-result';
type At = { readonly poll: Poll; readonly consultation: Consultation };

function pollOf(db: Portal, { community, poll: id }: Payloads[PollAct]): Result<At, 'stage-moved-on'> {
  const consultation = newestConsultation(db, community);
  const poll = consultation && newestPoll(db, consultation.id);
  return consultation && poll?.id === id ? ok({ poll, consultation }) : refuse('stage-moved-on');
}

const subjects = (db: Portal, { community }: Payloads[PollAct]) => [communitySubject(db, community)];

function tell(db: Portal, { community }: Payloads[PollAct], facts: readonly Fact[]): Told {
  const { name = '', slug = '' } = readCommunity(db, community) ?? {};
  return { name, back: `communities/${slug}/poll`, facts };
}

export const opening: Performer<Payloads['open-poll']> = {
  subjects,
  rehearse: ({ db }, _, payload) => {
    const at = pollOf(db, payload);
    return at.ok ? whyCannotOpen(db, at.value.poll, payload.attendance) : at;
  },
  perform: (ctx, { box }, payload, secondBy) => {
    const at = pollOf(ctx.db, payload);
    if (!at.ok) return at;
    const { consultation, poll } = at.value;
    const opened = openPoll(ctx, box, secondBy, consultation, poll, payload.attendance);
    return opened.ok ? ok(null) : opened;
  },
  tell: (db, payload) => {
    const { present, youth, disability, disputes } = payload.attendance;
    return tell(db, payload, [
      ...colourCodes.map((colour) => ({ what: `token.${colour}` as const, text: present[colour] })),
      { what: 'poll.youth', text: youth },
      { what: 'poll.disability', text: disability },
      { what: 'poll.disputes', text: disputes }
    ]);
  }
};

export const closing: Performer<Payloads['close-poll']> = {
  subjects,
  rehearse: ({ db }, _, payload) => {
    const at = pollOf(db, payload);
    return at.ok ? whyCannotClose(db, at.value.poll) : at;
  },
  perform: (ctx, { box }, payload, secondBy) => {
    const at = pollOf(ctx.db, payload);
    if (!at.ok) return at;
    const closed = closePoll(ctx, box, secondBy, at.value.poll);
    return closed.ok ? ok(null) : closed;
  },
  tell: (db, payload) => tell(db, payload, [])
};

export const publishing: Performer<Payloads['publish-result']> = {
  subjects,
  rehearse: (ctx, _, payload) => {
    const at = pollOf(ctx.db, payload);
    if (!at.ok) return at;
    return rehearse(ctx.db, () => publishResult(ctx, ctx.actor.account, at.value.poll, payload.note));
  },
  perform: (ctx, _, payload, secondBy) => {
    const at = pollOf(ctx.db, payload);
    return at.ok ? publishResult(ctx, secondBy, at.value.poll, payload.note) : at;
  },
  tell: (db, payload) => {
    const fingerprint = sealedResult(db, payload.poll)?.fingerprint ?? '';
    const note = payload.note ? [{ what: 'poll.note', text: payload.note } as const] : [];
    return tell(db, payload, [{ what: 'minutes.fingerprint', text: fingerprint }, ...note]);
  }
};
