// Owns the acts of two people on the phones of a vote. It refuses a poll that is no longer the newest.
import { ok } from '#lib/domain/shared/result.ts';
import { communitySubject, readCommunity } from '../community/queries.ts';
import { formatPairingCode, minutesToPair, pairPhone, whyCannotPair } from '../vote/pair-phone.ts';
import type { Fact, Payloads, Performer } from './performer.ts';
import { pollOf, whereIs } from './poll-acts.ts';

export const enrolling: Performer<Payloads['enrol-device']> = {
  subjects: (db, { community }) => [communitySubject(db, community)],
  rehearse: (ctx, _, payload) => {
    const poll = pollOf(ctx.db, payload);
    return poll.ok ? whyCannotPair(ctx.db, poll.value, payload) : poll;
  },
  perform: (ctx, { keyFor }, payload, secondBy) => {
    const poll = pollOf(ctx.db, payload);
    if (!poll.ok) return poll;
    const { sitting, role } = payload;
    const code = pairPhone(ctx, keyFor('pairing-code'), poll.value, { sitting, role, secondBy });
    return code.ok ? ok({ pairing: formatPairingCode(code.value), minutes: minutesToPair }) : code;
  },
  tell: (db, payload) => {
    const { name = '', slug = '' } = readCommunity(db, payload.community) ?? {};
    const facts: readonly Fact[] = [
      whereIs(db, payload.sitting),
      { what: 'phones.role', text: { key: `phone-role.${payload.role}` } }
    ];
    return { name, back: `communities/${slug}/phones`, facts };
  }
};
