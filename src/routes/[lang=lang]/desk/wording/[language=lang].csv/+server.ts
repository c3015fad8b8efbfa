import { error } from '@sveltejs/kit';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { sheetOf } from '#lib/server/desk/wording.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  const { db } = requireStaff(event, 'review-translations');
  const { language } = event.params;
  const sheet = sheetOf(db, language) ?? error(404, 'not-found');
  return new Response(sheet, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="sigida-${language}.csv"`
    }
  });
};
