import { fail } from '@sveltejs/kit';
import { object } from 'valibot';
import type { SittingId } from '#lib/domain/shared/ids.ts';
import { can } from '#lib/domain/account/permissions.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { oneOf, optionalFile, requiredNumber, requiredText, signatures } from '#lib/server/form/fields.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { pollAt } from '#lib/server/find.ts';
import { answerSigned, toolsOf } from '#lib/server/joint/answer-signed.ts';
import { signTogether } from '#lib/server/joint/sign-together.ts';
import { recordSigner } from '#lib/server/result/signing.ts';
import { deskPhones } from '#lib/server/vote/desk-phones.ts';
import { receiveEnvelope } from '#lib/server/vote/receive-envelope.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
  const { db, actor } = requireStaff(event, 'hand-in-envelope', subject);
  const { slug, name } = community;
  return { slug, name, mayPrepare: can(actor, 'enrol-device', subject), ...deskPhones(db, poll) };
};

const pairing = object({ sitting: requiredText(20), role: oneOf(['leading', 'second'] as const), ...signatures });

const replacing = object({ envelope: requiredNumber(999_999_999), reason: requiredText(500), ...signatures });

export const actions: Actions = {
  prepare: async (event) => {
    const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'enrol-device', subject);
    const read = await readForm(event.request, pairing);
    if (!read.ok) return read.failure;
    const { sitting, role } = read.value;
    const payload = { community: community.id, poll: poll.id, sitting: sitting as SittingId, role };
    const signed = await signTogether(ctx, toolsOf(event), { act: 'enrol-device', payload }, read.value);
    return answerSigned(event, signed, read.typed, `communities/${community.slug}/phones`);
  },

  supersede: async (event) => {
    const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'supersede', subject);
    const read = await readForm(event.request, replacing);
    if (!read.ok) return read.failure;
    const { envelope, reason } = read.value;
    const payload = { community: community.id, poll: poll.id, envelope, reason };
    const signed = await signTogether(ctx, toolsOf(event), { act: 'supersede', payload }, read.value);
    return answerSigned(event, signed, read.typed, `communities/${community.slug}/poll`);
  },

  /** From a memory card: the same envelope that the phone would have sent, byte for byte. */
  upload: async (event) => {
    const { subject } = pollAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'hand-in-envelope', subject);
    const read = await readForm(event.request, object({ file: optionalFile }));
    if (!read.ok) return read.failure;
    const { file } = read.value;
    if (!file || file.size === 0) return refusedForm({ code: 'field-required', field: 'file' }, read.typed);
    const { settings, box } = event.locals.runtime;
    const { signText } = recordSigner(settings.keyFor('record-signing'));
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { answer } = await receiveEnvelope(ctx, { box, signText, byFile: true }, bytes);
    return answer.startsWith('refused-') ? fail(409, { answer }) : { answer };
  }
};
