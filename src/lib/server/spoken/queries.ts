// Owns what pages and packs read of recorded sentences: of each the last recording that was not taken away.
import { and, asc, eq, isNull } from 'drizzle-orm';
import { mediumName } from '#lib/domain/media/media-kinds.ts';
import { isSpokenLabel, type SpokenLabel } from '#lib/domain/spoken/labels.ts';
import type { Recording, Recordings } from '#lib/domain/spoken/progress.ts';
import type { MediumId } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { media, mediaRemovals } from '../db/schema/media.ts';
import { spokenLabels } from '../db/schema/spoken.ts';
import { whileUnchanged } from '../db/while-unchanged.ts';

/** A label that the program does not know any more is passed over. */
export function recordingsIn(db: Portal, language: string): Recordings {
  const rows = db
    .select({
      label: spokenLabels.label,
      medium: spokenLabels.medium,
      placeholder: spokenLabels.placeholder,
      at: spokenLabels.at,
      bytes: media.bytes
    })
    .from(spokenLabels)
    .innerJoin(media, eq(media.id, spokenLabels.medium))
    .leftJoin(mediaRemovals, eq(mediaRemovals.medium, spokenLabels.medium))
    .where(and(eq(spokenLabels.language, language), isNull(mediaRemovals.at)))
    .orderBy(asc(spokenLabels.number))
    .all();
  return new Map(
    rows.flatMap(({ label, ...found }): [SpokenLabel, Recording][] => (isSpokenLabel(label) ? [[label, found]] : []))
  );
}

type ToldVoices = { readonly addresses: ReadonlyMap<SpokenLabel, string>; readonly tones: boolean };

/** What a page tells, by language: addresses by label, and whether any of them is a tone in place of a voice. Every page asks. */
export const toldVoices = whileUnchanged((db, language): ToldVoices => {
  const recordings = [...recordingsIn(db, language)];
  return {
    addresses: new Map(recordings.map(([label, { medium }]) => [label, addressOf(medium)])),
    tones: recordings.some(([, { placeholder }]) => placeholder)
  };
});

export const addressOf = (medium: MediumId): string =>
  `/media/${mediumName({ id: medium, ending: 'ogg', small: false })}`;

/** Everybody may hear these: they say what stands on every screen. */
export const isSpokenMedium = (db: Portal, medium: MediumId): boolean =>
  db.select({ number: spokenLabels.number }).from(spokenLabels).where(eq(spokenLabels.medium, medium)).get() !==
  undefined;
