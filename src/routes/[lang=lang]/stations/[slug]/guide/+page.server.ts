import { feedAddresses } from '#lib/i18n/station-addresses.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { stationAt } from '#lib/server/find-station.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const station = stationAt(event.locals.ctx.db, event.params.slug);
  const { origin } = event.url;
  const { 'spots.rss': spots, 'events.ics': calendar } = feedAddresses(station);
  return {
    station: { slug: station.slug, name: station.name },
    addresses: { 'spots.rss': origin + spots, 'events.ics': origin + calendar }
  };
};
