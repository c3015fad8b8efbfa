import { isScreenLanguage } from '#lib/i18n/catalogues.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { studioOf } from '#lib/server/spoken/studio.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { db } = requireStaff(event, 'record-voices');
  const asked = event.url.searchParams.get('language') ?? '';
  return studioOf(db, isScreenLanguage(asked) ? asked : event.locals.lang);
};
