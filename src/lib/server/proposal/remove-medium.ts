// Owns taking the picture or the voice off a proposal, in every stage: a face on it, or who speaks, may only be noticed later.
import { eq } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { MediumId, ProposalId } from '#lib/domain/shared/ids.ts';
import type { StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { proposalPictures, proposalVoices } from '../db/schema/proposal.ts';
import type { MediaStore } from '../media/media-store.ts';
import { findMedium, type Medium } from '../media/queries.ts';
import { recordRemoval, removeMediumFiles } from '../media/remove-medium.ts';

/** Who took it away stays recorded; the files do not. */
export function removePicture(
  ctx: StaffContext,
  store: MediaStore,
  proposal: ProposalId
): Promise<Result<null, 'picture-unknown'>> {
  return remove(ctx, store, 'picture-unknown', () => {
    const held = ctx.db.select().from(proposalPictures).where(eq(proposalPictures.proposal, proposal)).get();
    ctx.db.delete(proposalPictures).where(eq(proposalPictures.proposal, proposal)).run();
    return held ? [held.medium] : [];
  });
}

/** As `removePicture`; the small file that was made of it goes too. */
export function removeVoice(
  ctx: StaffContext,
  store: MediaStore,
  proposal: ProposalId
): Promise<Result<null, 'voice-unknown'>> {
  return remove(ctx, store, 'voice-unknown', () => {
    const held = ctx.db.select().from(proposalVoices).where(eq(proposalVoices.proposal, proposal)).get();
    ctx.db.delete(proposalVoices).where(eq(proposalVoices.proposal, proposal)).run();
    return held ? [held.medium, ...(held.smallMedium ? [held.smallMedium] : [])] : [];
  });
}

/** @param takeOff within the transaction. @returns nothing where there was nothing to take off. */
async function remove<Code extends string>(
  ctx: StaffContext,
  store: MediaStore,
  code: Code,
  takeOff: () => readonly MediumId[]
): Promise<Result<null, Code>> {
  const removed = inTransaction<readonly Medium[], Code>(ctx.db, () => {
    const media = [...new Set(takeOff())].flatMap((id) => findMedium(ctx.db, id) ?? []);
    if (media.length === 0) return refuse(code);
    for (const medium of media) recordRemoval(ctx, medium);
    return ok(media);
  });
  if (!removed.ok) return removed;
  for (const medium of removed.value) await removeMediumFiles(store, medium);
  return ok(null);
}
