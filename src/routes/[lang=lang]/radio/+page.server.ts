import { can, visitor } from '#lib/domain/account/permissions.ts';
import { lastChange } from '#lib/domain/event/announced-event.ts';
import { dayOf } from '#lib/domain/event/day.ts';
import { parseWeek, weekAfter, weekBefore, weekOf } from '#lib/domain/event/week.ts';
import { screenLanguages } from '#lib/i18n/catalogues.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { readCommunity } from '#lib/server/community/queries.ts';
import { eventsTouching, organiserPhones } from '#lib/server/event/queries.ts';
import { readFilter, type FeedFilter } from '#lib/server/event/read-filter.ts';
import type { Portal } from '#lib/server/db/portal.ts';
import { readStation } from '#lib/server/station/queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { db, now } = event.locals.ctx;
  const filters = new URLSearchParams(event.url.searchParams);
  const named = parseWeek(filters.get('week') ?? '');
  filters.delete('week');
  const week = named ?? weekOf(dayOf(now));
  const period = { from: week.monday, to: week.sunday };
  const read = readFilter(db, filters, screenLanguages);
  const touching = eventsTouching(db, now, { ...(read.ok ? read.value : {}), ...period });
  const day = (startsAt: string) => startsAt.slice(0, 10);
  const spots = touching.filter(
    ({ cancelledAt, startsAt }) => !cancelledAt && period.from <= day(startsAt) && day(startsAt) <= period.to
  );
  const changed = touching.filter(({ changes }) => changes.length > 0);
  const mayCall = can(event.locals.staff ?? visitor, 'use-desk');
  return {
    period,
    of: read.ok ? namesOf(db, read.value) : [],
    week: named?.code ?? '',
    before: weekBefore(week).code,
    after: weekAfter(week).code,
    filters: Object.fromEntries(filters),
    refused: read.ok ? null : read.refusal,
    spots,
    changed: changed.toSorted((one, other) => (lastChange(other)?.at ?? '').localeCompare(lastChange(one)?.at ?? '')),
    phones: mayCall
      ? Object.fromEntries(
          organiserPhones(
            db,
            spots.map(({ id }) => id)
          )
        )
      : {}
  };
};

/** Whose sheet it is: the station's and the community's name, as far as the address names them. */
const namesOf = (db: Portal, { station, community }: FeedFilter): readonly string[] =>
  [station && readStation(db, station)?.name, community && readCommunity(db, community)?.name].flatMap(
    (name) => name || []
  );
