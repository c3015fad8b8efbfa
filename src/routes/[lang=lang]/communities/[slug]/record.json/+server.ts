import { error } from '@sveltejs/kit';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { minutesAt } from '#lib/server/find.ts';
import { signedRecord } from '#lib/server/vote/write-record.ts';
import type { RequestHandler } from './$types';

/** Byte for byte as it was signed. */
export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  const { community, record } = minutesAt(event.locals, event.params.slug);
  const signed = signedRecord(event.locals.ctx.db, record.number);
  if (signed === null) error(404, 'not-found');
  const name = `${community.slug}-${record.fingerprint}.json`;
  return new Response(signed, {
    headers: { 'content-type': 'application/json', 'content-disposition': `attachment; filename="${name}"` }
  });
};
