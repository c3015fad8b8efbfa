// Owns which photo came with which count by hand: of the figures alone, for the desk alone, and only once both people counted.
import { eq, inArray } from 'drizzle-orm';
import type { CommunityId, MediumId, SittingId } from '#lib/domain/shared/ids.ts';
import type { Context } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { consultations } from '../db/schema/community.ts';
import { media } from '../db/schema/media.ts';
import { countEntries, countPhotos, sittings } from '../db/schema/sitting.ts';
import { polls } from '../db/schema/vote.ts';
import { filesOf } from '../media/queries.ts';
import { recordMedium, type StoredMedium } from '../media/stored-medium.ts';
import { countRounds } from './count-entries.ts';

/** Within the transaction of the entry. */
export const recordPhoto = (ctx: Context, entry: number, photo: StoredMedium): void =>
  void ctx.db
    .insert(countPhotos)
    .values({ entry, medium: recordMedium(ctx, photo) })
    .run();

/** What a photo belongs to; null where no count came with it. `bothIn`: whether its round waits for nobody any more. */
export function countOfPhoto(
  db: Portal,
  medium: MediumId
): { readonly community: CommunityId; readonly bothIn: boolean } | null {
  const row = db
    .select({ community: consultations.community, sitting: countEntries.sitting, round: countEntries.round })
    .from(countPhotos)
    .innerJoin(countEntries, eq(countEntries.number, countPhotos.entry))
    .innerJoin(sittings, eq(sittings.id, countEntries.sitting))
    .innerJoin(polls, eq(polls.id, sittings.poll))
    .innerJoin(consultations, eq(consultations.id, polls.consultation))
    .where(eq(countPhotos.medium, medium))
    .get();
  return row ? { community: row.community, bothIn: bothIn(db, row.sitting, row.round) } : null;
}

const bothIn = (db: Portal, sitting: SittingId, round: number): boolean =>
  countRounds(db, sitting).some((one) => one.round === round && one.entries.length === 2);

export type CountPhoto = {
  readonly id: MediumId;
  readonly width: number;
  readonly height: number;
  readonly round: number;
};

/** In the order in which they were entered; none of a round that waits for its second count. @param round of all where none is named. */
export const photosOf = (db: Portal, sitting: SittingId, round?: number): readonly CountPhoto[] =>
  db
    .select({ id: media.id, width: media.width, height: media.height, round: countEntries.round })
    .from(countPhotos)
    .innerJoin(countEntries, eq(countEntries.number, countPhotos.entry))
    .innerJoin(media, eq(media.id, countPhotos.medium))
    .where(eq(countEntries.sitting, sitting))
    .orderBy(countEntries.number)
    .all()
    .filter((photo) => (round === undefined || photo.round === round) && bothIn(db, sitting, photo.round))
    .map(({ width, height, ...photo }) => ({ ...photo, width: width ?? 1, height: height ?? 1 }));

/** With these, the program knows nothing of them any more. @returns the names of their files. */
export function forgetPhotos(db: Portal, of: readonly SittingId[]): readonly string[] {
  const rows = db
    .select({ entry: countPhotos.entry, id: media.id, ending: media.ending })
    .from(countPhotos)
    .innerJoin(countEntries, eq(countEntries.number, countPhotos.entry))
    .innerJoin(media, eq(media.id, countPhotos.medium))
    .where(inArray(countEntries.sitting, [...of]))
    .all();
  for (const { entry, id } of rows) {
    db.delete(countPhotos).where(eq(countPhotos.entry, entry)).run();
    db.delete(media).where(eq(media.id, id)).run();
  }
  return rows.flatMap(filesOf);
}
