import { requireForLayout } from '#lib/server/auth/guard.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
  requireForLayout(event, 'read-published');
  const { lang, staff, runtime, savesData } = event.locals;
  return {
    lang,
    savesData,
    staffName: staff?.name ?? null,
    demonstration: runtime.settings.demonstration,
    origin: event.url.origin
  };
};
