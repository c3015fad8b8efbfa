import { html } from 'virtual:verifier';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { recordSigner } from '#lib/server/result/signing.ts';
import type { PageServerLoad } from './$types';

const kilobytes = Math.ceil(new TextEncoder().encode(html).length / 1024);

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { publicKey } = recordSigner(event.locals.runtime.settings.keyFor('record-signing'));
  return { publicKey, kilobytes };
};
