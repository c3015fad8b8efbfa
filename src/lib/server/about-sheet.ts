// Owns what the page of a radio's sheet says beside the events: whose it is, and what its form offers. Places are offered one
// level at a time, so that the page stays light.
import type { CommunityId, PCode } from '#lib/domain/shared/ids.ts';
import { cerclesOf, communesOf, communitiesToChoose, placeName, readCommunity, regions } from './community/queries.ts';
import type { Portal } from './db/portal.ts';
import type { SheetAddress } from './find-sheet.ts';
import { listStations } from './station/queries.ts';

type SheetChoice = { readonly value: string; readonly label: string };
type SheetChoices = Readonly<Record<'station' | 'region' | 'cercle' | 'commune' | 'community', readonly SheetChoice[]>>;

type Place = { readonly pcode: PCode; readonly name: string };
const ofPlaces = (places: readonly Place[]): readonly SheetChoice[] =>
  places.map(({ pcode, name }) => ({ value: pcode, label: name }));

export function aboutSheet(db: Portal, { query, station, filter, lang, mistakes, asked }: SheetAddress) {
  const { week = '', day = '', since = '', ...filters } = query;
  const areas = (filter.areas ?? []).map((area) => placeName(db, area));
  const community = filter.community && readCommunity(db, filter.community);
  return {
    names: [...(station ? [station.name] : []), ...areas, ...(community ? [community.name] : [])],
    station: station?.slug,
    /** Of the scripts. */
    spoken: lang,
    period: asked.period,
    filters,
    asked: { week, day, since },
    mistakes,
    choices: sheetChoices(db, query)
  };
}

/** @param query as it was understood: what lies in a place is offered once the place is chosen. */
function sheetChoices(db: Portal, query: Readonly<Record<string, string>>): SheetChoices {
  const [region, cercle, commune] = [query['region'], query['cercle'], query['commune']].map(
    (code) => code?.toUpperCase() as PCode | undefined
  );
  const inside = commune ?? cercle;
  const within: readonly { readonly id: CommunityId; readonly slug: string; readonly name: string }[] = inside
    ? communitiesToChoose(db, inside)
    : [];
  return {
    station: listStations(db).map(({ slug, name }) => ({ value: slug, label: name })),
    region: ofPlaces(regions(db)),
    cercle: region ? ofPlaces(cerclesOf(db, region)) : [],
    commune: cercle ? ofPlaces(communesOf(db, cercle)) : [],
    community: within.map(({ slug, name }) => ({ value: slug, label: name }))
  };
}
