import { error } from '@sveltejs/kit';
import { colourCodes } from '#lib/domain/vote/colours.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { pollAt } from '#lib/server/find.ts';
import { ballotSheet, posterSheet } from '#lib/server/vote/sheets.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { sheet, slug } = event.params;
  const found = pollAt(event.locals.ctx.db, slug);
  const ctx = requireStaff(event, 'open-poll', found.subject);
  const wanted = event.url.searchParams.get('colour');
  const colours = colourCodes.filter((colour) => colour === wanted);
  const address = `${event.url.origin}/${event.locals.lang}/communities/${slug}/result`;
  const poster = sheet === 'poster' ? posterSheet(ctx, found, address) : null;
  if (sheet === 'poster' && !poster) error(404, 'not-found');
  return { sheet, poster, colours: colours.length > 0 ? colours : colourCodes, ballot: ballotSheet(found) };
};
