import { text } from '@sveltejs/kit';
import { createHash } from 'node:crypto';
import { screenLanguages } from '#lib/i18n/catalogues.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { refusePhone } from '#lib/server/http/answer-phone.ts';
import { isKnown } from '#lib/server/http/is-known.ts';
import { programVersion } from '#lib/server/result/program-version.ts';
import { packFor } from '#lib/server/vote/phone-pack.ts';
import type { RequestHandler } from './$types';

/** What an enrolled phone takes along; its token stands in the header, so that no address or log holds it. */
export const GET: RequestHandler = async (event) => {
  requirePermission(event, 'hand-in-envelope-by-phone');
  const { ctx, runtime } = event.locals;
  const [, token = ''] = /^Bearer ([0-9a-f]{64})$/.exec(event.request.headers.get('authorization') ?? '') ?? [];
  const tools = { store: runtime.settings, program: programVersion, languages: screenLanguages };
  const pack = await packFor(ctx, tools, token);
  if (!pack.ok) return refusePhone(pack.refusal.code, pack.refusal.code === 'vote-over' ? 409 : 401);
  const etag = `"${createHash('sha256').update(pack.value).digest('hex')}"`;
  const headers = {
    etag,
    'cache-control': 'no-store',
    'content-type': 'application/json'
  };
  if (isKnown(event.request.headers, etag, null)) return new Response(null, { status: 304, headers });
  return text(pack.value, { headers });
};
