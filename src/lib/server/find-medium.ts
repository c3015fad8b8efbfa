// Owns finding a file of a medium for whoever asks: the public, or the desk it waits at. To all others it does not exist.
import { can, visitor, type Actor } from '#lib/domain/account/permissions.ts';
import type { EventId, MediumId } from '#lib/domain/shared/ids.ts';
import type { Portal } from './db/portal.ts';
import { readMediumName, type MediumFile } from '#lib/domain/media/media-kinds.ts';
import { communitySubject } from './community/queries.ts';
import type { Context } from './db/context.ts';
import { eventOfMedium, findEvent, findToldEvent } from './event/queries.ts';
import { findMedium, type Medium } from './media/queries.ts';
import type { MediaFolder } from './media/media-store.ts';
import { proposalOfMedium } from './proposal/proposal-media.ts';
import { findPublicProposal } from './proposal/queries.ts';
import { isSpokenMedium } from './spoken/queries.ts';
import { countOfPhoto } from './vote/count-photos.ts';

export type FoundMedium = {
  readonly medium: Medium;
  readonly file: MediumFile;
  readonly isPublic: boolean;
  readonly folder: MediaFolder;
};

/** @param name the last part of the address. */
export function findMediumFor({ db, now }: Context, staff: Actor | null, name: string): FoundMedium | null {
  const file = readMediumName(name);
  const medium = file && findMedium(db, file.id);
  if (!file || medium?.ending !== file.ending) return null;
  const event = eventOfMedium(db, medium.id);
  if (event) return ofEvent({ db, now }, staff, event, { medium, file });
  if (isSpokenMedium(db, medium.id)) return { medium, file, isPublic: true, folder: 'media' };
  const shown = proposalOfMedium(db, medium.id);
  if (!shown)
    return mayCompare(db, staff, medium.id) ? { medium, file, isPublic: false, folder: 'count-photos' } : null;
  const told = findPublicProposal(db, shown.community, shown.proposal, now);
  const isPublic =
    told?.told === 'in-full' && [told.picture?.id, told.voice?.id, told.voice?.small].some((one) => one === medium.id);
  const maySee = isPublic || can(staff ?? visitor, 'screen', communitySubject(db, shown.community));
  return maySee ? { medium, file, isPublic, folder: 'media' } : null;
}

/** What belongs to an event is seen and heard where the event is told in full; a radio's file too, whatever it was made of. */
function ofEvent(
  { db, now }: Context,
  staff: Actor | null,
  id: EventId,
  found: Pick<FoundMedium, 'medium' | 'file'>
): FoundMedium | null {
  const told = findToldEvent(db, now, id);
  const isPublic = told !== null && !told.hidden;
  const event = told ?? findEvent(db, id);
  const maySee = isPublic || (event && can(staff ?? visitor, 'change-event', communitySubject(db, event.community.id)));
  return maySee ? { ...found, isPublic, folder: 'media' } : null;
}

/** A photo of a count belongs to those who count, once both have counted: nobody copies the other's figures from it. */
function mayCompare(db: Portal, staff: Actor | null, medium: MediumId): boolean {
  const counted = countOfPhoto(db, medium);
  return (
    counted !== null &&
    counted.bothIn &&
    can(staff ?? visitor, 'enter-paper-count', communitySubject(db, counted.community))
  );
}
