// Owns what feeds say of events in one language: the same sentences as pages and sheets. It words facts and decides nothing.
import { placeOf, standing, type AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import type { Refusal } from '#lib/domain/shared/result.ts';
import { changeInWords, announcementInWords, languageLabel } from './event-words.ts';
import { translatorFor, type Translate } from './translator.ts';

/** Why an address has no feed, and what it may say instead. */
export const refusalInWords = (lang: string, { code, detail }: Refusal): string =>
  translatorFor(lang).code('error', code, detail);

type Area = { readonly code: string; readonly name: string };
type Where = {
  readonly region: Area | null;
  readonly cercle: Area | null;
  readonly commune: Area | null;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
};

/** What a feed of events says beside them. @param of a community or a station, where the feed is of one. */
export function feedInWords(lang: string, of: string | null) {
  const t = translatorFor(lang);
  return {
    lang,
    title: ['Sigida', t('layout.events'), of].filter(Boolean).join(' · '),
    words: { changed: t('radio.changed'), announced: t('layout.events'), none: t('event.none') }
  };
}

/** @param origin with which the addresses of events begin. */
export function feedEventInWords(lang: string, origin: string, event: AnnouncedEvent, where: Where) {
  const t = translatorFor(lang);
  const { id, kind, sequence, title, language, startsAt, endsAt, community, announcedAt, changedAt } = event;
  const fate = standing(event);
  return {
    ...where,
    id,
    sequence,
    kind: { code: kind, label: t.code('event-kind', kind) },
    standing: fate,
    isToConfirm: false,
    isHidden: false,
    headline: fate === 'planned' ? title : `${badge(t, lang, fate)} · ${title}`,
    title,
    lang: language,
    said: announcementInWords(t, lang, event),
    lines: linesOf(t, lang, event),
    place: placeOf(event),
    startsAt,
    endsAt,
    community: { slug: community.slug, name: community.name },
    announcedAt,
    changedAt,
    page: `${origin}/${lang}/events/${id}`
  };
}

/** In capitals: a list of titles is read at a glance, and whoever overlooks this one comes for nothing. */
const badge = (t: Translate, lang: string, fate: string): string =>
  t.code('event', `badge-${fate}`).toLocaleUpperCase(lang);

const linesOf = (t: Translate, lang: string, event: AnnouncedEvent): readonly string[] =>
  [
    ...changeInWords(t, lang, event),
    announcementInWords(t, lang, event),
    labelled(event.about, languageLabel(t, lang, event.language))
  ].filter(Boolean);

const labelled = (text: string, label: string | null): string => (text && label ? `${text} (${label})` : text);
