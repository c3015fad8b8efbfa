// Owns taking a medium away: its row stays, with who did it and when, and its files go.
import { moment, type StaffContext } from '../db/context.ts';
import { mediaRemovals } from '../db/schema/media.ts';
import { removeFiles, type MediaStore } from './media-store.ts';
import { filesOf, type Medium } from './queries.ts';

/** Within the caller's transaction. From then on it is not found any more, whether or not its files are still there. */
export function recordRemoval({ db, now, actor }: StaffContext, { id }: Medium): void {
  db.insert(mediaRemovals)
    .values({ medium: id, at: moment(now), by: actor.account })
    .run();
}

/** After the transaction. */
export const removeMediumFiles = (store: MediaStore, medium: Medium): Promise<void> =>
  removeFiles(store, filesOf(medium));
