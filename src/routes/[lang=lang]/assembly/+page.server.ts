import { entry, style } from 'virtual:assembly-program';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { programVersion } from '#lib/server/result/program-version.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  // `bare`: without the portal's own header and footer, whose addresses are not there under a tree.
  return { bare: true, program: programVersion, entry, style };
};
