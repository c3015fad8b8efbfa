import { html } from 'virtual:verifier';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { recordSigner } from '#lib/server/result/signing.ts';
import { checkTold } from '#lib/server/vote/check-told.ts';
import type { PageServerLoad } from './$types';

const kilobytes = Math.ceil(new TextEncoder().encode(html).length / 1024);

export const load: PageServerLoad = async (event) => {
  requirePermission(event, 'read-published');
  const { publicKey } = recordSigner(event.locals.runtime.settings.keyFor('record-signing'));
  const told = event.url.searchParams.get('told');
  return { publicKey, kilobytes, told: told === null ? null : await checkTold(event.locals.ctx, told) };
};
