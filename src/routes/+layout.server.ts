import { requireForLayout } from '#lib/server/auth/guard.ts';
import { toldVoices } from '#lib/server/spoken/queries.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
  requireForLayout(event, 'read-published');
  const { lang, staff, runtime, savesData } = event.locals;
  const { addresses, tones } = toldVoices(runtime.db, lang);
  return {
    lang,
    savesData,
    voices: addresses,
    tones,
    staffName: staff?.name ?? null,
    demonstration: runtime.settings.demonstration,
    origin: event.url.origin
  };
};
