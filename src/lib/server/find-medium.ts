// Owns finding a file of a medium for whoever asks: the public, or the desk it waits at. To all others it does not exist.
import { can, visitor, type Actor } from '#lib/domain/account/permissions.ts';
import { readMediumName, type MediumFile } from '#lib/domain/media/media-kinds.ts';
import { communitySubject } from './community/queries.ts';
import type { Context } from './db/context.ts';
import { findMedium, type Medium } from './media/queries.ts';
import { proposalOfPicture } from './proposal/pictures.ts';
import { findPublicProposal } from './proposal/queries.ts';

export type FoundMedium = { readonly medium: Medium; readonly file: MediumFile; readonly isPublic: boolean };

/** @param name the last part of the address. */
export function findMediumFor({ db, now }: Context, staff: Actor | null, name: string): FoundMedium | null {
  const file = readMediumName(name);
  const medium = file && findMedium(db, file.id);
  if (!file || medium?.ending !== file.ending) return null;
  const shown = proposalOfPicture(db, medium.id);
  if (!shown) return null;
  const told = findPublicProposal(db, shown.community, shown.proposal, now);
  const isPublic = told?.told === 'in-full' && told.picture?.id === medium.id;
  const maySee = isPublic || can(staff ?? visitor, 'screen', communitySubject(db, shown.community));
  return maySee ? { medium, file, isPublic } : null;
}
