import { dayOf } from '#lib/domain/event/day.ts';
import { eventKindCodes } from '#lib/domain/event/kinds.ts';
import { parseWeek, weekAfter, weekBefore, weekOf } from '#lib/domain/event/week.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { eventsOf } from '#lib/server/event/queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { db, now } = event.locals.ctx;
  const asked = event.url.searchParams;
  const today = dayOf(now);
  const named = parseWeek(asked.get('week') ?? '');
  const week = named ?? weekOf(today);
  // Without a week asked for, what is over already does not stand before what comes.
  const period = { from: named ? week.monday : today, to: weekAfter(week).sunday };
  const all = eventsOf(db, now, period);
  const communities = new Map(all.map(({ community }) => [community.slug, community.name]));
  const kind = eventKindCodes.find((code) => code === asked.get('kind')) ?? '';
  const community = communities.has(asked.get('community') ?? '') ? (asked.get('community') ?? '') : '';
  const shown = all.filter((one) => (!kind || one.kind === kind) && (!community || one.community.slug === community));
  return {
    period,
    week: named?.code ?? '',
    before: weekBefore(week).code,
    after: weekAfter(week).code,
    kind,
    community,
    communities: [...communities].map(([slug, name]) => ({ slug, name })),
    days: [...Map.groupBy(shown, ({ startsAt }) => startsAt.slice(0, 10))].map(([day, events]) => ({ day, events }))
  };
};
