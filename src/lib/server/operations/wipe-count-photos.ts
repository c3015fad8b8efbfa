// Owns wiping photos of counts with the cards and ballots of their votes: their rows, then zeros over their bytes. They are in no
// backup, so that their files have no second name. It refuses those of a count that is being made again.
import { join } from 'node:path';
import { ok } from '#lib/domain/shared/result.ts';
import type { Context } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { countPhotosIn, mediaFolder } from '../media/media-store.ts';
import { forgetPhotos } from '../vote/count-photos.ts';
import { recountOf } from '../vote/recounts.ts';
import { sittingsToWipe } from '../vote/wipe-boxes.ts';
import { wipeFile } from './durable-files.ts';

/** Whoever is interrupted leaves files that no row names, which are cleared away at start. @returns how many files. */
export function wipeCountPhotos({ db, now }: Context, data: string): number {
  const over = sittingsToWipe(db, now).filter(({ poll }) => recountOf(db, { id: poll }) === null);
  const forgotten = inTransaction<readonly string[], never>(db, () =>
    ok(
      forgetPhotos(
        db,
        over.map(({ id }) => id)
      )
    )
  );
  const names = forgotten.ok ? forgotten.value : [];
  const folder = mediaFolder(countPhotosIn({ data, leastFree: 0 }));
  for (const name of names) wipeFile(join(folder, name));
  return names.length;
}
