import { html } from 'virtual:verifier';
import { sha256 } from '#lib/server/audit/sha256.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import type { RequestHandler } from './$types';

/** Kit answers 304 to whoever has it. */
const etag = `"${sha256(html).slice(0, 16)}"`;

/** The verifier, to be kept: whoever opened it here would trust this server once more. */
export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': 'attachment; filename="sigida-verifier.html"',
      etag
    }
  });
};
