// Owns what stands between files that are written and a row that names them: they are kept together or thrown away.
import { createHash } from 'node:crypto';
import { mediumName, mediumTypes, type MediumEnding } from '#lib/domain/media/media-kinds.ts';
import type { AccountId, MediumId } from '#lib/domain/shared/ids.ts';
import { moment, type Context } from '../db/context.ts';
import { newId } from '../db/new-id.ts';
import { media } from '../db/schema/media.ts';
import { removeFiles, writeWhole, type MediaStore } from './media-store.ts';

/** On the disk already, and named by no row yet. */
export type StoredMedium = {
  readonly row: Omit<typeof media.$inferInsert, 'storedAt'> & { readonly id: MediumId };
  /** For a refusal that comes later. */
  readonly discard: () => Promise<void>;
};

type Shape = { readonly width: number; readonly height: number } | { readonly duration: number };
type Files = { readonly ending: MediumEnding; readonly whole: Uint8Array; readonly small?: Uint8Array };

/** @throws when the disk fails; nothing is left behind then. */
export async function writeMedium(
  store: MediaStore,
  { ending, whole, small }: Files,
  shape: Shape,
  by: AccountId | null
): Promise<StoredMedium> {
  const id = newId<MediumId>();
  const files = [
    { name: mediumName({ id, ending, small: false }), bytes: whole },
    ...(small ? [{ name: mediumName({ id, ending, small: true }), bytes: small }] : [])
  ];
  const discard = () =>
    removeFiles(
      store,
      files.map(({ name }) => name)
    );
  try {
    for (const { name, bytes } of files) await writeWhole(store, name, bytes);
  } catch (thrown) {
    await discard();
    throw thrown;
  }
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const sha256 = createHash('sha256').update(whole).digest('hex');
  return { row: { id, kind: mediumTypes[ending].kind, ending, bytes, sha256, by, ...shape }, discard };
}

/** Names the files in the database, within the caller's transaction: whoever shows them refers to this row. */
export function recordMedium({ db, now }: Context, { row }: StoredMedium): MediumId {
  db.insert(media)
    .values({ ...row, storedAt: moment(now) })
    .run();
  return row.id;
}
