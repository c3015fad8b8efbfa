import { requireStaff } from '#lib/server/auth/guard.ts';
import { devicesOf } from '#lib/server/auth/devices.ts';
import { sessionsOf } from '#lib/server/auth/session.ts';
import type { RequestHandler } from './$types';

/** Everything that is kept of whoever asks. The phone number is a keyed hash, which tells nobody anything. */
export const GET: RequestHandler = (event) => {
  const { db, actor } = requireStaff(event, 'use-desk');
  const sessions = sessionsOf(db, actor.account, '').map(({ startedAt, seenAt }) => ({ startedAt, seenAt }));
  const devices = devicesOf(db, actor.account, '').map(({ enrolledAt }) => ({ enrolledAt }));
  const kept = {
    account: actor.account,
    name: actor.name,
    phone: 'keyed hash',
    roles: actor.grants,
    sessions,
    devices
  };
  return Response.json(kept, { headers: { 'content-disposition': 'attachment; filename="sigida-me.json"' } });
};
