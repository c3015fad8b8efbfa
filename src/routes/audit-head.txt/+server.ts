import { text } from '@sveltejs/kit';
import { readAuditHead } from '#lib/server/audit/queries.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import type { RequestHandler } from './$types';

/** How many entries the audit chain has, and the hash of the newest: whoever keeps it can tell later that nothing was changed. */
export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-audit-head');
  const { number, hash } = readAuditHead(event.locals.ctx.db);
  return text(`${number} ${hash}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  });
};
