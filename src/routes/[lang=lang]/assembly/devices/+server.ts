import { object, safeParse, string } from 'valibot';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { answerPhone, refusePhone } from '#lib/server/http/answer-phone.ts';
import { enrolPhone } from '#lib/server/vote/enrol-phone.ts';
import type { RequestHandler } from './$types';

const asked = object({ code: string(), publicKey: string() });

const statuses: Readonly<Record<string, number>> = {
  'too-many-tries': 429,
  'pairing-code-used': 409,
  'vote-over': 409
};

/** A phone shows the code that two people drew for it, and the key with which it will sign. */
export const POST: RequestHandler = async (event) => {
  requirePermission(event, 'hand-in-envelope-by-phone');
  const { ctx, runtime } = event.locals;
  const read = safeParse(asked, await event.request.json().catch(() => null));
  if (!read.success) return refusePhone('request-unreadable');
  const enrolled = await enrolPhone(ctx, runtime.settings.keyFor('pairing-code'), read.output);
  if (enrolled.ok) return answerPhone(enrolled.value);
  const { code } = enrolled.refusal;
  return refusePhone(code, statuses[code] ?? 400);
};
