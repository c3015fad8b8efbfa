// Owns reading which sheet an address asks for: of whom, for which days, in which language, since when. What it can not read it
// tells one by one, and keeps the rest: a producer in a hurry gets a sheet all the same.
import { can, type Actor } from '#lib/domain/account/permissions.ts';
import { parseDay } from '#lib/domain/event/day.ts';
import { comingDays } from '#lib/domain/event/sheet.ts';
import { parseWeek } from '#lib/domain/event/week.ts';
import { ok, refuse, type Refusal, type Result } from '#lib/domain/shared/result.ts';
import type { AskedSheet } from './broadcast/read-sheet.ts';
import { moment, type Context } from './db/context.ts';
import { readFilter, type FeedFilter } from './event/read-filter.ts';
import { readStation, type Station } from './station/queries.ts';

export type SheetAddress = {
  readonly asked: AskedSheet;
  readonly station: Station | null;
  /** Of the scripts. */
  readonly lang: string;
  readonly filter: FeedFilter;
  /** What was understood of the query, as it was written. */
  readonly query: Readonly<Record<string, string>>;
  readonly mistakes: readonly Refusal[];
};

const whose = ['station', 'region', 'cercle', 'commune', 'community'] as const;
const ofFilter = [...whose, 'kind', 'lang'] as const;
const examples = { week: 'week=2026-W27', day: 'day=2026-07-05', since: 'since=2026-07-05' } as const;
type Moment = keyof typeof examples;
const names: readonly string[] = [...ofFilter, ...Object.keys(examples)];

/** @param languages of the screens, that of the page first. */
export function sheetAt(
  { db, now }: Context,
  staff: Actor | null,
  asked: URLSearchParams,
  languages: readonly string[]
): SheetAddress {
  const query: Record<string, string> = {};
  const mistakes: Refusal[] = [];
  let filter: FeedFilter = { lang: languages[0] ?? 'fr' };
  let days: Days = { period: comingDays(now), since: null };
  const wanted = withOwnStation({ db, now }, staff, asked);
  for (const name of new Set(wanted.keys())) {
    const value = wanted.get(name) ?? '';
    // Kit names the action of a form in the query too.
    if (value === '' || name.startsWith('/')) continue;
    const read = readOne({ db, now }, wanted, name, languages);
    if (!read.ok) {
      mistakes.push(read.refusal);
      continue;
    }
    const { areas = [], ...more } = read.value.filter ?? {};
    filter = { ...filter, ...more, areas: [...(filter.areas ?? []), ...areas] };
    days = { ...days, ...read.value.days };
    query[name] = value;
  }
  const station = filter.station ? readStation(db, filter.station) : null;
  const { lang, ...ofEvents } = filter;
  return { asked: { station: station?.id ?? null, filter: ofEvents, ...days }, station, lang, filter, query, mistakes };
}

type Days = Pick<AskedSheet, 'period' | 'since'>;
type Read = { readonly filter?: Partial<FeedFilter>; readonly days?: Partial<Days> };

function readOne(
  { db, now }: Context,
  wanted: URLSearchParams,
  name: string,
  languages: readonly string[]
): Result<Read> {
  const [value = '', ...more] = wanted.getAll(name);
  if (more.length > 0) return refuse('filter-repeated', { detail: { name } });
  if (isMoment(name)) {
    const days = readDays(name, value, now);
    return days ? ok({ days }) : refuse('filter-value-unknown', { detail: { name, value, known: examples[name] } });
  }
  const read = readFilter(db, new URLSearchParams([[name, value]]), languages, ofFilter);
  if (!read.ok) return { ok: false, refusal: withAllNames(read.refusal) };
  const { lang, ...filter } = read.value;
  return ok({ filter: name === 'lang' ? { ...filter, lang } : filter });
}

/** Who works at a station gets its sheet, unless the address says of whom. */
function withOwnStation({ db }: Context, staff: Actor | null, asked: URLSearchParams): URLSearchParams {
  if (!staff || whose.some((name) => asked.has(name))) return asked;
  const own = staff.grants.flatMap((grant) => (grant.role === 'radio' && grant.station ? [grant.station] : []));
  const station = own
    .map((id) => readStation(db, id))
    .find((found) => found && can(staff, 'pull-sheet', { station: found.id }));
  return station ? new URLSearchParams([...asked, ['station', station.slug]]) : asked;
}

const isMoment = (name: string): name is Moment => name in examples;

/** The feeds know other names. */
const withAllNames = ({ code, detail }: Refusal): Refusal =>
  code === 'filter-name-unknown'
    ? { code, detail: { ...detail, known: names.join(', ') } }
    : { code, ...(detail && { detail }) };

function readDays(name: Moment, value: string, now: Date): Partial<Days> | null {
  const day = parseDay(value);
  switch (name) {
    case 'week': {
      const week = parseWeek(value);
      return week && { period: { from: week.monday, to: week.sunday } };
    }
    case 'day':
      return day ? { period: { from: day, to: day } } : null;
    case 'since': {
      const since = readSince(value, now);
      return since ? { since } : null;
    }
  }
}

/** A day, or a moment to the minute or second; not ahead of us. @returns the moment, UTC. */
function readSince(value: string, now: Date): string | null {
  const day = parseDay(value);
  const at = day ? `${day}T00:00:00Z` : /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?Z?$/.test(value) && readMoment(value);
  return at && at <= moment(now) ? at : null;
}

function readMoment(value: string): string | null {
  const read = new Date(value.endsWith('Z') ? value : `${value}Z`);
  return Number.isNaN(read.getTime()) ? null : moment(read);
}
