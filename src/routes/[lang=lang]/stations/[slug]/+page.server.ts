import { feedAddresses, firstLanguage, scriptLanguages, sheetAddress } from '#lib/i18n/station-addresses.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { stationAt } from '#lib/server/find-station.ts';
import { qrPath } from '#lib/server/form/qr-path.ts';
import { heardIn } from '#lib/server/station/coverage.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { db } = event.locals.ctx;
  const { lang } = event.locals;
  const { origin } = event.url;
  const station = stationAt(db, event.params.slug);
  const { slug, name, languages } = station;
  const onWall = origin + sheetAddress(lang, station, firstLanguage(station));
  return {
    station: { slug, name, languages, heardIn: heardIn(db, station) },
    sheets: scriptLanguages(station).map((spoken) => ({ spoken, address: sheetAddress(lang, station, spoken) })),
    feeds: Object.entries(feedAddresses(station)).map(([feed, path]) => ({ feed, address: origin + path })),
    onWall,
    qr: qrPath(onWall)
  };
};
