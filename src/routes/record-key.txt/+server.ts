import { text } from '@sveltejs/kit';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { recordSigner } from '#lib/server/result/signing.ts';
import type { RequestHandler } from './$types';

/** The key that records of results are signed with: whoever copied it once can tell later that nobody else signed. */
export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  const { publicKey } = recordSigner(event.locals.runtime.settings.keyFor('record-signing'));
  return text(`${publicKey}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  });
};
