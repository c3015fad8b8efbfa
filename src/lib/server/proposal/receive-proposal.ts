// Owns taking in a proposal, from a visitor or at the desk. It refuses one that comes after the call has closed,
// and takes in once what a phone that kept it sends twice.
import { eq, max } from 'drizzle-orm';
import { takesProposals } from '#lib/domain/proposal/receiving.ts';
import type { KeepingRefusal, PictureRefusal } from '#lib/domain/media/refusals.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { AccountId, ConsultationId, ProposalId } from '#lib/domain/shared/ids.ts';
import { readStage } from '../audit/change-stage.ts';
import { moment, type Context } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { newId } from '../db/new-id.ts';
import { proposalPictures, proposals } from '../db/schema/proposal.ts';
import type { MediaStore } from '../media/media-store.ts';
import { storePicture } from '../media/store-picture.ts';
import { recordMedium, type StoredMedium } from '../media/stored-medium.ts';
import type { ProposalInput } from './forms.ts';

/** `kept` is what the phone drew that kept it until there was a network. */
type Brought = { readonly picture?: StoredMedium | null; readonly kept?: string | null };

/** Its first answer was lost: the second says the same, whatever has changed since. */
const broughtAs = ({ db }: Context, kept: string | null): ProposalId | null =>
  kept ? (db.select({ id: proposals.id }).from(proposals).where(eq(proposals.keptAs, kept)).get()?.id ?? null) : null;

/** @param by who entered it at the desk; null for a visitor, of whom nothing is kept. Either way it waits, unseen outside. */
export function receiveProposal(
  ctx: Context,
  consultation: ConsultationId,
  input: ProposalInput,
  by: AccountId | null,
  { picture = null, kept = null }: Brought = {}
): Result<ProposalId, 'not-proposing'> {
  return inTransaction(ctx.db, () => {
    const here = broughtAs(ctx, kept);
    if (here) return ok(here);
    if (!takesProposals(readStage(ctx.db, consultation), by !== null)) return refuse('not-proposing');
    const id = newId<ProposalId>();
    const last = ctx.db
      .select({ number: max(proposals.number) })
      .from(proposals)
      .where(eq(proposals.consultation, consultation))
      .get();
    ctx.db
      .insert(proposals)
      .values({
        ...input,
        id,
        consultation,
        number: (last?.number ?? 0) + 1,
        receivedAt: moment(ctx.now),
        enteredBy: by,
        keptAs: kept
      })
      .run();
    if (picture)
      ctx.db
        .insert(proposalPictures)
        .values({ proposal: id, medium: recordMedium(ctx, picture) })
        .run();
    return ok(id);
  });
}

type Files = { readonly store: MediaStore; readonly picture: Blob | null; readonly kept?: string | null };
type FileRefusal = PictureRefusal | KeepingRefusal;

/** As `receiveProposal`, with a picture still to be examined. A refusal of it names the field `picture`, and nothing is kept. */
export async function receiveWithPicture(
  ctx: Context,
  consultation: ConsultationId,
  input: ProposalInput,
  by: AccountId | null,
  { store, picture, kept = null }: Files
): Promise<Result<ProposalId, 'not-proposing' | FileRefusal>> {
  const here = broughtAs(ctx, kept);
  if (here) return ok(here);
  if (!picture) return receiveProposal(ctx, consultation, input, by, { kept });
  if (!takesProposals(readStage(ctx.db, consultation), by !== null)) return refuse('not-proposing');
  const stored = await storePicture(ctx, store, picture, by);
  if (!stored.ok) return refuse(stored.refusal.code, { field: 'picture' });
  // Sent twice at the same time: the other one came first, with the same picture.
  const already = broughtAs(ctx, kept);
  const received = already
    ? ok(already)
    : receiveProposal(ctx, consultation, input, by, { picture: stored.value, kept });
  if (already || !received.ok) await stored.value.discard();
  return received;
}
