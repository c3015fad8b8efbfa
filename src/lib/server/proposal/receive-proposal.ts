// Owns taking in a proposal, from a visitor or at the desk. It refuses one that comes after the call has closed,
// and takes in once what a phone that kept it sends twice.
import { eq, max } from 'drizzle-orm';
import { takesProposals } from '#lib/domain/proposal/receiving.ts';
import type { KeepingRefusal, PictureRefusal, VoiceRefusal } from '#lib/domain/media/refusals.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { AccountId, ConsultationId, ProposalId } from '#lib/domain/shared/ids.ts';
import { readStage } from '../audit/change-stage.ts';
import { moment, type Context } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { newId } from '../db/new-id.ts';
import { proposalPictures, proposals, proposalVoices } from '../db/schema/proposal.ts';
import type { RadioStore } from '../media/convert-for-radio.ts';
import { convertForPhones } from '../media/convert-for-phones.ts';
import { storePicture } from '../media/store-picture.ts';
import { storeVoice } from '../media/store-voice.ts';
import { recordMedium, type StoredMedium } from '../media/stored-medium.ts';
import type { ProposalInput } from './forms.ts';

/** On the disk already. `small`: made of the voice for phones; null where the voice serves, `undefined` where none could be made. */
type With = {
  readonly picture?: StoredMedium | undefined;
  readonly voice?: StoredMedium | undefined;
  readonly small?: StoredMedium | null | undefined;
};

/** `kept` is what the phone drew that kept it until there was a network. */
type Brought = With & { readonly kept?: string | null };

/** Its first answer was lost: the second says the same, whatever has changed since. */
const broughtAs = ({ db }: Context, kept: string | null): ProposalId | null =>
  kept ? (db.select({ id: proposals.id }).from(proposals).where(eq(proposals.keptAs, kept)).get()?.id ?? null) : null;

/** @param by who entered it at the desk; null for a visitor, of whom nothing is kept. Either way it waits, unseen outside. */
export function receiveProposal(
  ctx: Context,
  consultation: ConsultationId,
  input: ProposalInput,
  by: AccountId | null,
  { kept = null, ...files }: Brought = {}
): Result<ProposalId, 'not-proposing'> {
  return inTransaction(ctx.db, () => {
    const here = broughtAs(ctx, kept);
    if (here) return ok(here);
    if (!takesProposals(readStage(ctx.db, consultation), by !== null)) return refuse('not-proposing');
    const id = newId<ProposalId>();
    const last = ctx.db
      .select({ number: max(proposals.number) })
      .from(proposals)
      .where(eq(proposals.consultation, consultation))
      .get();
    ctx.db
      .insert(proposals)
      .values({
        ...input,
        id,
        consultation,
        number: (last?.number ?? 0) + 1,
        receivedAt: moment(ctx.now),
        enteredBy: by,
        keptAs: kept
      })
      .run();
    recordFiles(ctx, id, files);
    return ok(id);
  });
}

function recordFiles(ctx: Context, proposal: ProposalId, { picture, voice, small }: With): void {
  if (picture)
    ctx.db
      .insert(proposalPictures)
      .values({ proposal, medium: recordMedium(ctx, picture) })
      .run();
  if (!voice) return;
  const medium = recordMedium(ctx, voice);
  const smallMedium = small ? recordMedium(ctx, small) : small === null ? medium : null;
  ctx.db.insert(proposalVoices).values({ proposal, medium, smallMedium }).run();
}

type Files = {
  readonly store: RadioStore;
  readonly picture: Blob | null;
  readonly voice: Blob | null;
  readonly kept?: string | null;
};
type FileRefusal = PictureRefusal | VoiceRefusal | KeepingRefusal;

/** As `receiveProposal`, with files still to be examined. A refusal of one names its field, and nothing is kept. */
export async function receiveWithFiles(
  ctx: Context,
  consultation: ConsultationId,
  input: ProposalInput,
  by: AccountId | null,
  { kept = null, ...files }: Files
): Promise<Result<ProposalId, 'not-proposing' | FileRefusal>> {
  const here = broughtAs(ctx, kept);
  if (here) return ok(here);
  if (!files.picture && !files.voice) return receiveProposal(ctx, consultation, input, by, { kept });
  if (!takesProposals(readStage(ctx.db, consultation), by !== null)) return refuse('not-proposing');
  const stored = await storeFiles(ctx, files, by);
  if (!stored.ok) return stored;
  // Sent twice at the same time: the other one came first, with the same files.
  const already = broughtAs(ctx, kept);
  const received = already ? ok(already) : receiveProposal(ctx, consultation, input, by, { ...stored.value, kept });
  if (already || !received.ok) await discard(stored.value);
  return received;
}

/** A voice of which no small file can be made is kept all the same: the desk and the pages have it, phones do without. */
async function storeFiles(
  ctx: Context,
  { store, picture, voice }: Files,
  by: AccountId | null
): Promise<Result<With, FileRefusal>> {
  const seen = picture ? await storePicture(ctx, store, picture, by) : null;
  if (seen && !seen.ok) return refuse(seen.refusal.code, { field: 'picture' });
  const heard = voice ? await storeVoice(ctx, store, voice, by) : null;
  if (heard && !heard.ok) {
    await discard({ picture: seen?.value });
    return refuse(heard.refusal.code, { ...heard.refusal, field: 'voice' });
  }
  const small = heard && (await convertForPhones(store, heard.value.row));
  return ok({ picture: seen?.value, voice: heard?.value, small: small?.ok ? small.value : undefined });
}

const discard = ({ picture, voice, small }: With): Promise<unknown> =>
  Promise.all([picture, voice, small].map((file) => file?.discard()));
