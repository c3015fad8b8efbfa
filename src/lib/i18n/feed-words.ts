// Owns what feeds say of events in one language: the same sentences as pages and sheets. It words facts and decides nothing.
import {
  isToConfirm,
  lastChange,
  standing,
  textIn,
  type AnnouncedEvent,
  type Standing
} from '#lib/domain/event/announced-event.ts';
import type { Refusal } from '#lib/domain/shared/result.ts';
import { announcementInWords, changeInWords, languageLabel, placeInWords, titleInWords } from './event-words.ts';
import { listInWords } from './lists.ts';
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

/** @param event as everybody may know it. @param origin with which the addresses of events begin. */
export function feedEventInWords(lang: string, origin: string, event: AnnouncedEvent, where: Where) {
  const t = translatorFor(lang);
  const { id, kind, sequence, startsAt, endsAt, community, announcedAt, changedAt, sending, changes } = event;
  const fate = standing(event);
  const title = titleInWords(t, lang, event);
  const toConfirm = isToConfirm(event);
  return {
    ...where,
    point: event.hidden ? null : where.point,
    id,
    sequence,
    kind: { code: kind, label: t.code('event-kind', kind) },
    standing: fate,
    isToConfirm: toConfirm,
    isTentative: toConfirm || sending?.answer?.answer !== 'sent',
    changes: changes.length,
    toldAt: lastChange(event)?.at ?? announcedAt ?? changedAt,
    isHidden: event.hidden,
    headline: [...badges(t, fate, toConfirm), title.text].join(' · '),
    title: title.text,
    lang: title.lang,
    said: announcementInWords(t, lang, event),
    lines: linesOf(t, lang, event),
    place: placeInWords(t, event),
    startsAt,
    endsAt,
    community: { slug: community.slug, name: community.name },
    announcedAt: announcedAt ?? changedAt,
    changedAt,
    page: `${origin}/${lang}/events/${id}`
  };
}

/** Not in capitals: ɛ and ɔ look strange to those who read them. */
const badges = (t: Translate, fate: Standing, toConfirm: boolean): readonly string[] =>
  [fate === 'planned' ? '' : t.code('event', `badge-${fate}`), toConfirm ? t('event.to-confirm') : ''].filter(Boolean);

function linesOf(t: Translate, lang: string, event: AnnouncedEvent): readonly string[] {
  const { about, language } = textIn(event, lang);
  const guests = event.guests.map(({ name }) => name);
  return [
    ...changeInWords(t, lang, event),
    announcementInWords(t, lang, event),
    guests.length > 0 ? `${t('event.guests', { names: listInWords(lang, guests) })}.` : '',
    event.audience === 'everyone' ? '' : `${t.code('audience', event.audience)}.`,
    labelled(about, languageLabel(t, lang, language))
  ].filter(Boolean);
}

const labelled = (text: string, label: string | null): string => (text && label ? `${text} (${label})` : text);
