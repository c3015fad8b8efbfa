// Owns answering whether a result that a phone printed is one of ours: signed by a phone that two people let in, and, once the vote is
// published, the same six characters. Before that it says nothing of any result.
import { eq } from 'drizzle-orm';
import { isSignedBy } from '#lib/record/envelope-signature.ts';
import { isDeviceId, isPollId } from '#lib/domain/shared/id-guards.ts';
import { pollKinds } from '#lib/domain/vote/polls.ts';
import { hidesVote } from '../community/queries.ts';
import type { Context } from '../db/context.ts';
import { results } from '../db/schema/result.ts';
import { laterPoll } from './envelope-facts.ts';
import { phonesOf, readPhone } from './phone-sittings.ts';
import { publicationOf, readPoll, type Poll } from './queries.ts';

/** `published`: null while nothing may be said. */
export type CheckedTold = { readonly signed: boolean; readonly published: 'same' | 'other' | null };

const format = 'sigida-told-1';
const unknown: CheckedTold = { signed: false, published: null };

/** @param text `sigida-told-1.POLL.KIND.DEVICE.FINGERPRINT.SIGNATURE`, as the square on the sheet holds it. */
export async function checkTold(ctx: Context, text: string): Promise<CheckedTold> {
  const [name, id, kind, device, fingerprint, signature, ...more] = text.split('.');
  const named = pollKinds.find((one) => one === kind);
  if (name !== format || more.length > 0 || !named || !isPollId(id) || !isDeviceId(device)) return unknown;
  const phone = readPhone(ctx.db, device);
  const root = readPoll(ctx.db, id);
  if (!phone || !root || !fingerprint || !signature) return unknown;
  if (!root.sittings.some((sitting) => phonesOf(ctx.db, sitting.id).some((one) => one.id === device))) return unknown;
  const told = text.slice(0, text.lastIndexOf('.'));
  if (!(await isSignedBy({ key: phone.publicKey, signature, text: told }))) return unknown;
  const poll = named === root.kind ? root : laterPoll(ctx.db, root, named);
  return { signed: true, published: poll ? compare(ctx, poll, fingerprint) : null };
}

function compare({ db, now }: Context, poll: Poll, fingerprint: string): CheckedTold['published'] {
  const publication = hidesVote(db, poll.consultation, now) ? null : publicationOf(db, poll.id);
  if (!publication) return null;
  const result = db.select().from(results).where(eq(results.number, publication.result)).get();
  return result?.fingerprint === fingerprint ? 'same' : 'other';
}
