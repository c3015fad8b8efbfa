import { requireForLayout } from '#lib/server/auth/guard.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
  requireForLayout(event, 'read-published');
  const { lang, staff, runtime } = event.locals;
  return {
    lang,
    staffName: staff?.name ?? null,
    demonstration: runtime.settings.demonstration,
    origin: event.url.origin
  };
};
