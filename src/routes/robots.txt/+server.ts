import { requirePermission } from '#lib/server/auth/guard.ts';
import type { RequestHandler } from './$types';

/** What is published may be found; the desk answers nobody who has not signed in, and a card's page shows nothing without its code. */
const rules = `User-agent: *
Disallow: /*/desk
Disallow: /*/assembly
Disallow: /v$
`;

export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  return new Response(rules, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
