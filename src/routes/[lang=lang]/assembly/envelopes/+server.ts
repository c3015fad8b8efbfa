import { isReceived } from '#lib/domain/assembly/judge-envelope.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { answerPhone } from '#lib/server/http/answer-phone.ts';
import { recordSigner } from '#lib/server/result/signing.ts';
import { receiveEnvelope } from '#lib/server/vote/receive-envelope.ts';
import type { RequestHandler } from './$types';

/** The counts of one box, signed by the phone that held it. Sent again it is answered the same, byte for byte. */
export const POST: RequestHandler = async (event) => {
  requirePermission(event, 'hand-in-envelope-by-phone');
  const { ctx, runtime } = event.locals;
  const { signText } = recordSigner(runtime.settings.keyFor('record-signing'));
  const bytes = new Uint8Array(await event.request.arrayBuffer());
  const { answer, ...receipt } = await receiveEnvelope(ctx, { box: runtime.box, signText }, bytes);
  return isReceived(answer) ? answerPhone({ answer, ...receipt }) : answerPhone({ answer }, 409);
};
