// Owns entering a count with a photo of its figures. A photo that is refused loses nothing that was typed, and nothing of it is kept.
import type { KeepingRefusal, PictureRefusal } from '#lib/domain/media/refusals.ts';
import { refuse, type Result } from '#lib/domain/shared/result.ts';
import type { StaffContext } from '../db/context.ts';
import { countPhotosIn, type MediaStore } from '../media/media-store.ts';
import { storePicture } from '../media/store-picture.ts';
import type { BallotBox } from './ballot-box.ts';
import { enterCount, whyCannotEnter, type CountInput, type Entered, type EnterRefusal } from './enter-count.ts';
import type { Poll } from './queries.ts';

type Files = { readonly store: MediaStore; readonly photo: Blob | null };

/** As `enterCount`, with a photo still to be examined; a refusal of it names the field `photo`. */
export async function enterWithPhoto(
  ctx: StaffContext,
  box: Pick<BallotBox, 'readBallots'>,
  poll: Poll,
  input: CountInput,
  { store, photo }: Files
): Promise<Result<Entered, EnterRefusal | PictureRefusal | KeepingRefusal>> {
  if (!photo) return enterCount(ctx, box, poll, input);
  const may = whyCannotEnter(ctx, poll, input);
  if (!may.ok) return may;
  const stored = await storePicture(ctx, countPhotosIn(store), photo, ctx.actor.account);
  if (!stored.ok) return refuse(stored.refusal.code, { field: 'photo' });
  const entered = enterCount(ctx, box, poll, input, stored.value);
  if (!entered.ok) await stored.value.discard();
  return entered;
}
