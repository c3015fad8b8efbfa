// Owns the agenda that visitors read: a week at a time, filtered as the address says. A filter that it does not know lets all
// through: the page shows which ones stand.
import type { AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import { dayOf } from '#lib/domain/event/day.ts';
import { eventKindCodes } from '#lib/domain/event/kinds.ts';
import { parseWeek, weekAfter, weekBefore, weekOf } from '#lib/domain/event/week.ts';
import type { PCode } from '#lib/domain/shared/ids.ts';
import {
  childrenOf,
  communitiesToChoose,
  countCommunities,
  findCommunity,
  findPlace,
  type Place
} from '../community/queries.ts';
import type { Context } from '../db/context.ts';
import { eventsOf } from './queries.ts';

/** A page for a phone on 2G: what is beyond stands on the next. */
const mostShown = 60;

type Named = { readonly value: string; readonly label: string };

export function agenda({ db, now }: Context, asked: URLSearchParams) {
  const today = dayOf(now);
  const named = parseWeek(asked.get('week') ?? '');
  const week = named ?? weekOf(today);
  // Without a week asked for, what is over already does not stand before what comes.
  const period = named ? { from: week.monday, to: week.sunday } : { from: today, to: weekAfter(week).sunday };
  const areas = areasAsked(db, asked);
  const kind = eventKindCodes.find((code) => code === asked.get('kind'));
  const community = findCommunity(db, asked.get('community') ?? '');
  const all = eventsOf(db, now, {
    ...period,
    ...(kind && { kind }),
    ...(community && { community: community.id }),
    areas: areas.map(({ pcode }) => pcode)
  });
  const pages = Math.max(1, Math.ceil(all.length / mostShown));
  const page = Math.min(pages, Math.max(1, Math.floor(Number(asked.get('page'))) || 1));
  const shown = all.slice((page - 1) * mostShown, page * mostShown);
  const [region, cercle, commune] = [1, 2, 3].map((level) => areas.find((area) => area.level === level)?.pcode ?? '');
  return {
    period,
    week: named?.code ?? '',
    before: weekBefore(week).code,
    after: weekAfter(week).code,
    filters: { kind: kind ?? '', community: community?.slug ?? '', region, cercle, commune } as Filters,
    choices: choicesOf(db, areas, community),
    total: all.length,
    page,
    pages,
    days: [...Map.groupBy(shown, startDay)].map(([day, events]) => ({ day, events }))
  };
}

export type Filters = Readonly<Record<'kind' | 'community' | 'region' | 'cercle' | 'commune', string>>;

const startDay = ({ startsAt }: AnnouncedEvent): string => startsAt.slice(0, 10);

/** Each must lie in the one before: another region was chosen, and the old cercle no longer means anything. */
function areasAsked(db: Context['db'], asked: URLSearchParams): readonly Place[] {
  const found: Place[] = [];
  for (const name of ['region', 'cercle', 'commune']) {
    const place = findPlace(db, (asked.get(name) ?? '').toUpperCase());
    const above = found.at(-1);
    if (place?.level !== found.length + 1 || (above && place.parent !== above.pcode)) break;
    found.push(place);
  }
  return found;
}

/** Only places with communities; the communities of the narrowest place that was chosen. */
function choicesOf(db: Context['db'], areas: readonly Place[], chosen: { slug: string; name: string } | null) {
  const within = (above: PCode | null): readonly Named[] => {
    const counts = countCommunities(db, above);
    return childrenOf(db, above)
      .filter(({ pcode }) => counts.has(pcode))
      .map(({ pcode, name }) => ({ value: pcode, label: name }));
  };
  const narrowest = areas.at(-1)?.pcode ?? null;
  const communities = narrowest ? communitiesToChoose(db, narrowest) : [];
  const named =
    chosen && !communities.some(({ slug }) => slug === chosen.slug) ? [chosen, ...communities] : communities;
  return {
    region: within(null),
    cercle: areas[0] ? within(areas[0].pcode) : [],
    commune: areas[1] ? within(areas[1].pcode) : [],
    community: named.map(({ slug, name }): Named => ({ value: slug, label: name }))
  };
}
