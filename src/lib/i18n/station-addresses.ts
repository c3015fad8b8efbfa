// Owns the stable addresses of a station's sheet and feeds: what studios hang on a wall and type into programs.
import { eventFeedNames, type EventFeed } from '#lib/domain/event/feeds.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';
import { addressWith } from './address.ts';
import { pickable } from './catalogues.ts';

type Station = { readonly slug: string; readonly languages: readonly ContentLanguage[] };

/** Those of its languages that scripts are made in; French where there is none. */
export const scriptLanguages = ({ languages }: Station): readonly string[] => {
  const spoken = pickable.map(({ tag }) => tag).filter((tag) => languages.some((code) => code === tag));
  return spoken.length > 0 ? spoken : ['fr'];
};

/** What its people read on air most: not French, where it speaks another language. */
export const firstLanguage = (station: Station): string => {
  const spoken = scriptLanguages(station);
  return spoken.find((tag) => tag !== 'fr') ?? 'fr';
};

/** @param lang of the page. @param spoken of the scripts. */
export const sheetAddress = (lang: string, { slug }: Station, spoken: string): string =>
  addressWith(`/${lang}/radio`, { station: slug, lang: spoken });

/** The sound has no words of the program's, so its address names no language. */
export const feedAddresses = (station: Station): Readonly<Record<EventFeed, string>> =>
  Object.fromEntries(
    eventFeedNames.map((name) => [
      name,
      addressWith(`/feeds/${name}`, {
        station: station.slug,
        ...(name === 'spots.rss' ? {} : { lang: firstLanguage(station) })
      })
    ])
  ) as Readonly<Record<EventFeed, string>>;
