// Owns taking in a picture somebody sent. It refuses what is no still JPEG, PNG or WebP, and keeps nothing of the original.
import { picture } from '#lib/domain/media/limits.ts';
import { readPicture } from '#lib/domain/media/read-picture.ts';
import type { KeepingRefusal, PictureRefusal } from '#lib/domain/media/refusals.ts';
import { pictureKind } from '#lib/domain/media/signatures.ts';
import { hasStowaway } from '#lib/domain/media/stowaways.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import type { Context } from '../db/context.ts';
import { countUpload } from './allowance.ts';
import { decodePicture, type DrawnPicture } from './decode-picture.ts';
import { hasRoom, type MediaStore } from './media-store.ts';
import { writeMedium, type StoredMedium } from './stored-medium.ts';
import { takeTurns } from './take-turns.ts';

/** One is decoded at a time; a minute's worth of others wait. */
const inTurn = takeTurns(1, 12);

/** The checks that cost nothing come before a decoder sees a byte. */
async function examine(file: Blob): Promise<Result<DrawnPicture, PictureRefusal>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = pictureKind(bytes);
  if (!kind) return refuse('picture-kind');
  const shape = readPicture(bytes, kind);
  if (!shape) return refuse('picture-broken');
  if (shape.moves) return refuse('picture-kind');
  return hasStowaway(bytes.subarray(shape.end)) ? refuse('picture-broken') : decodePicture(bytes, shape);
}

/**
 * Writes the picture and its small one. The caller records it with what it belongs to, or discards it.
 * @param by who is signed in; null for a visitor. @throws when the disk fails.
 */
export async function storePicture(
  ctx: Context,
  store: MediaStore,
  file: Blob,
  by: AccountId | null
): Promise<Result<StoredMedium, PictureRefusal | KeepingRefusal>> {
  if (file.size > picture.heaviest) return refuse('picture-too-heavy');
  if (!(await countUpload(ctx, by, file.size))) return refuse('uploads-used-up');
  if (!(await hasRoom(store, file.size))) return refuse('uploads-no-room');
  const drawn = await inTurn(() => examine(file));
  if (!drawn) return refuse('uploads-busy');
  if (!drawn.ok) return drawn;
  const { whole, small, width, height } = drawn.value;
  return ok(await writeMedium(store, { ending: 'webp', whole, small }, { width, height }, by));
}
