// Owns reading the filters of a feed's address. Refuses what it does not know, since a mistyped filter would let all through.
import { eq } from 'drizzle-orm';
import { parseDay } from '#lib/domain/event/day.ts';
import { eventKindCodes } from '#lib/domain/event/kinds.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { PCode, StationId } from '#lib/domain/shared/ids.ts';
import { findCommunity, readCommunity, type Community } from '../community/queries.ts';
import type { Portal } from '../db/portal.ts';
import { places } from '../db/schema/community.ts';
import { findStation } from '../station/queries.ts';
import type { EventFilter } from './conditions.ts';

export type FilterRefusal =
  'filter-missing' | 'filter-name-unknown' | 'filter-repeated' | 'filter-value-unknown' | 'filter-period-empty';
/** `lang` is the language that the feed's own words are in; what people wrote stays in theirs. */
export type FeedFilter = EventFilter & { readonly lang: string; readonly station?: StationId };

const areaLevels = { region: 1, cercle: 2, commune: 3 } as const;
const filterNames = ['region', 'cercle', 'commune', 'community', 'kind', 'lang', 'station', 'from', 'to'] as const;
type Name = (typeof filterNames)[number];

/** What an address may say instead; communities, stations and days are many, so one stands for them. */
const examples: Readonly<Record<Name, string>> = {
  region: 'region=ML07',
  cercle: 'cercle=ML0701',
  commune: 'commune=ML070101',
  community: 'community=gounzoureye',
  kind: eventKindCodes.map((kind) => `kind=${kind}`).join(', '),
  lang: 'lang=fr',
  station: 'station=radio-wabaria',
  from: 'from=2026-07-05',
  to: 'to=2026-07-05'
};

/**
 * @param languages the tags of the screens' languages, the first of which stands where the address names none.
 * @param known those that this feed has.
 */
export function readFilter(
  db: Portal,
  query: URLSearchParams,
  languages: readonly string[],
  known: readonly Name[] = filterNames
): Result<FeedFilter, FilterRefusal> {
  let filter: FeedFilter = { lang: languages[0] ?? 'fr' };
  for (const [name, value] of query) {
    if (!isOneOf(known, name)) return refuse('filter-name-unknown', { detail: { name, known: known.join(', ') } });
    if (query.getAll(name).length > 1) return refuse('filter-repeated', { detail: { name } });
    const found = value === '' ? {} : readOne(db, name, value, languages);
    if (!found) return refuse('filter-value-unknown', { detail: { name, value, known: examples[name] } });
    const areas = [...(filter.areas ?? []), ...(found.areas ?? [])];
    filter = { ...filter, ...found, areas };
  }
  if (filter.from && filter.to && filter.from > filter.to) return refuse('filter-period-empty');
  return ok(filter);
}

/** Of a feed of one community's news, which has no other filter: an address without a community is refused. */
export function readNewsFilter(
  db: Portal,
  query: URLSearchParams,
  languages: readonly string[]
): Result<{ readonly lang: string; readonly community: Community }, FilterRefusal> {
  const read = readFilter(db, query, languages, ['community', 'lang']);
  if (!read.ok) return read;
  const community = read.value.community ? readCommunity(db, read.value.community) : null;
  if (!community) return refuse('filter-missing', { detail: { name: 'community', known: examples.community } });
  return ok({ lang: read.value.lang, community });
}

const isOneOf = (known: readonly Name[], name: string): name is Name => known.some((one) => one === name);

function readOne(db: Portal, name: Name, value: string, languages: readonly string[]): Partial<FeedFilter> | null {
  switch (name) {
    case 'region':
    case 'cercle':
    case 'commune':
      return readArea(db, areaLevels[name], value);
    case 'community': {
      const community = findCommunity(db, value)?.id;
      return community ? { community } : null;
    }
    case 'kind': {
      const kind = eventKindCodes.find((code) => code === value);
      return kind ? { kind } : null;
    }
    case 'station': {
      const station = findStation(db, value);
      return station ? { station: station.id, heardIn: station.areas } : null;
    }
    case 'lang':
      return languages.includes(value) ? { lang: value } : null;
    case 'from':
    case 'to': {
      const day = parseDay(value);
      return day ? { [name]: day } : null;
    }
  }
}

function readArea(db: Portal, level: 1 | 2 | 3, value: string): Partial<FeedFilter> | null {
  const pcode = value.toUpperCase() as PCode;
  const place = db.select({ level: places.level }).from(places).where(eq(places.pcode, pcode)).get();
  return place?.level === level ? { areas: [pcode] } : null;
}
