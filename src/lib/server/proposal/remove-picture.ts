// Owns taking the picture off a proposal, in every stage: a face on it may only be noticed later.
import { eq } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { ProposalId } from '#lib/domain/shared/ids.ts';
import type { StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { proposalPictures } from '../db/schema/proposal.ts';
import type { MediaStore } from '../media/media-store.ts';
import { findMedium, type Medium } from '../media/queries.ts';
import { recordRemoval, removeMediumFiles } from '../media/remove-medium.ts';

/** Who took it away stays recorded; the files do not. */
export async function removePicture(
  ctx: StaffContext,
  store: MediaStore,
  proposal: ProposalId
): Promise<Result<null, 'picture-unknown'>> {
  const removed = inTransaction<Medium, 'picture-unknown'>(ctx.db, () => {
    const held = ctx.db.select().from(proposalPictures).where(eq(proposalPictures.proposal, proposal)).get();
    const medium = held && findMedium(ctx.db, held.medium);
    if (!medium) return refuse('picture-unknown');
    ctx.db.delete(proposalPictures).where(eq(proposalPictures.proposal, proposal)).run();
    recordRemoval(ctx, medium);
    return ok(medium);
  });
  if (!removed.ok) return removed;
  await removeMediumFiles(store, removed.value);
  return ok(null);
}
