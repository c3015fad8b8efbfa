// Owns a village of a story whose vote is frozen for a phone, beside a running server: the code that lets the phone in, and what the
// portal holds of it afterwards.
import { eq } from 'drizzle-orm';
import type { PollId, SittingId } from '#lib/domain/shared/ids.ts';
import { newestConsultation } from '#lib/server/community/queries.ts';
import { envelopes } from '#lib/server/db/schema/assembly.ts';
import { freezeCandidates } from '#lib/server/vote/freeze-candidates.ts';
import { freezeOptions } from '#lib/server/vote/freeze-options.ts';
import { pairPhone } from '#lib/server/vote/pair-phone.ts';
import { readPoll, sealedResult } from '#lib/server/vote/queries.ts';
import { makeVillage, type Village } from './factories.ts';
import { beside, must, settingsOf } from './hire.ts';
import type { Portal } from './server.ts';

/** `code`: eight digits, good for half an hour; `second` is one for a second phone. */
export type PhoneVote = Village & {
  readonly code: string;
  readonly second: string;
  readonly poll: PollId;
  readonly sitting: SittingId;
};

/** @param titles of two to five projects. */
export async function makePhoneVote(
  portal: Pick<Portal, 'data'>,
  name: string,
  titles: readonly string[] = ['Forage', 'École', 'Marché']
): Promise<PhoneVote> {
  const village = await makeVillage(portal, name, titles);
  return beside(portal, async ({ db, hire }) => {
    const grant = { role: 'committee', community: village.id } as const;
    const [{ ctx }, witness] = [await hire([grant]), await hire([grant])];
    const { account: secondBy } = witness.ctx.actor;
    const consultation = newestConsultation(db, village.id);
    if (!consultation) throw new Error('A village of a story has no consultation.');
    const chosen = freezeCandidates(db, consultation.id).map(({ id }) => id);
    const day = ctx.now.toISOString().slice(0, 10);
    const sittings = [{ channel: 'phone' as const, place: 'Sous le balanza', day, closesAt: null }];
    const id = must(freezeOptions(ctx, secondBy, consultation, { chosen, reasons: {}, sittings }));
    const poll = readPoll(db, id);
    if (!poll) throw new Error('A vote was frozen and is not there.');
    const key = settingsOf(portal).keyFor('pairing-code');
    const sitting = poll.sitting.id;
    const code = must(pairPhone(ctx, key, poll, { sitting, role: 'leading', secondBy }));
    const second = must(pairPhone(ctx, key, poll, { sitting, role: 'second', secondBy }));
    return { ...village, code, second, poll: poll.id, sitting };
  });
}

/** What the portal counted, and its six characters; null before it did. */
export const countedOf = (portal: Portal, { poll }: PhoneVote) =>
  beside(portal, async ({ db }) => sealedResult(db, poll));

/** All that phones handed in for it. */
export const envelopesOf = (portal: Portal, { poll }: PhoneVote) =>
  beside(portal, async ({ db }) => db.select().from(envelopes).where(eq(envelopes.poll, poll)).all());
