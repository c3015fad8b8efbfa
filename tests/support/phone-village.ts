// Owns a village that votes by phone, frozen beside the server, with codes for its phones and what two people do at the desk after it.
import { eq } from 'drizzle-orm';
import { newestConsultation } from '#lib/server/community/queries.ts';
import type { StaffContext } from '#lib/server/db/context.ts';
import type { Portal as Database } from '#lib/server/db/portal.ts';
import { envelopes } from '#lib/server/db/schema/assembly.ts';
import { freezeCandidates } from '#lib/server/vote/freeze-candidates.ts';
import { freezeOptions } from '#lib/server/vote/freeze-options.ts';
import { pairPhone } from '#lib/server/vote/pair-phone.ts';
import { newestPoll, sealedResult, type Poll } from '#lib/server/vote/queries.ts';
import { makeVillage, type Village } from './factories.ts';
import { beside, must, settingsOf, type Hired } from './hire.ts';
import type { Portal } from './server.ts';

export type PhoneVillage = Village & {
  /** Two members of its committee who may sign in. */
  readonly two: readonly [Hired, Hired];
  /** A code for one phone more. */
  readonly codeFor: (role: 'leading' | 'second') => Promise<string>;
};

const today = (): string => new Date().toISOString().slice(0, 10);

const pollOf = (db: Database, village: Village): Poll => {
  const consultation = newestConsultation(db, village.id);
  const poll = consultation && newestPoll(db, consultation.id);
  if (!poll) throw new Error('A village has no poll.');
  return poll;
};

/** @param titles of the projects, three to five. */
export async function makePhoneVote(portal: Portal, name: string, titles: readonly string[]): Promise<PhoneVillage> {
  const village = await makeVillage(portal, name, [...titles]);
  const grant = { role: 'committee', community: village.id } as const;
  const two = await beside(portal, async ({ db, hire }) => {
    const [first, second] = [await hire([grant]), await hire([grant])];
    const consultation = newestConsultation(db, village.id);
    if (!consultation) throw new Error('A village has no consultation.');
    const chosen = freezeCandidates(db, consultation.id).map(({ id }) => id);
    const sittings = [{ channel: 'phone' as const, place: 'Sous l’arbre', day: today(), closesAt: null }];
    must(freezeOptions(first.ctx, second.ctx.actor.account, consultation, { chosen, reasons: {}, sittings }));
    return [first, second] as const;
  });
  const codeFor = (role: 'leading' | 'second') =>
    beside(portal, async ({ db }) => {
      const poll = pollOf(db, village);
      const [first, second] = two;
      const ctx: StaffContext = { ...first.ctx, db, now: new Date() };
      const secondBy = second.ctx.actor.account;
      return must(
        pairPhone(ctx, settingsOf(portal).keyFor('pairing-code'), poll, { sitting: poll.sitting.id, role, secondBy })
      );
    });
  return { ...village, two, codeFor };
}

/** What the portal counted, and its six characters; null before it did. */
export const countedOf = (portal: Portal, village: Village) =>
  beside(portal, async ({ db }) => sealedResult(db, pollOf(db, village).id));

/** All that phones handed in for it. */
export const envelopesOf = (portal: Portal, village: Village) =>
  beside(portal, async ({ db }) =>
    db
      .select()
      .from(envelopes)
      .where(eq(envelopes.poll, pollOf(db, village).id))
      .all()
  );
