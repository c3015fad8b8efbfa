// Owns what other slices and routes read of media. Whoever shows one asks first whom it may be shown to.
import { and, eq, isNull } from 'drizzle-orm';
import { mediumName, type MediumEnding } from '#lib/domain/media/media-kinds.ts';
import type { MediumId } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { media, mediaRemovals } from '../db/schema/media.ts';

export type Medium = typeof media.$inferSelect;

/** Null also for one that was taken away. */
export const findMedium = (db: Portal, id: MediumId): Medium | null =>
  db
    .select({ medium: media })
    .from(media)
    .leftJoin(mediaRemovals, eq(mediaRemovals.medium, media.id))
    .where(and(eq(media.id, id), isNull(mediaRemovals.at)))
    .get()?.medium ?? null;

/** The names of a medium's files. */
export const filesOf = ({ id, ending }: { readonly id: MediumId; readonly ending: MediumEnding }): readonly string[] =>
  ending === 'webp'
    ? [true, false].map((small) => mediumName({ id, ending, small }))
    : [mediumName({ id, ending, small: false })];

/** The names of all files that should be there. */
export const allFiles = (db: Portal): ReadonlySet<string> =>
  new Set(
    db
      .select({ id: media.id, ending: media.ending })
      .from(media)
      .leftJoin(mediaRemovals, eq(mediaRemovals.medium, media.id))
      .where(isNull(mediaRemovals.at))
      .all()
      .flatMap(filesOf)
  );
