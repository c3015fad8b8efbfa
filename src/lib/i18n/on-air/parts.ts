// Owns what is said of an event and in which order. How much of it fits is decided in `script.ts`.
import { dated } from '../calendar-names.ts';
import { listInWords } from '../lists.ts';
import type { Translate } from '../translator.ts';
import { dayOnAir, hourOfDayPart, hourOnAir } from './moments.ts';
import { numberInWords } from './numbers.ts';
import { closed, sentencesOf, unended } from './sentences.ts';
import type { SpokenEvent } from './spoken-event.ts';

export type Sentence = {
  readonly text: string;
  readonly lang: string;
  /** Day and hour, as they stand in the text. */
  readonly bold: readonly string[];
};

/**
 * What is said together or left out together. `must` is always said; the others are taken in the order of `ranks`.
 * Free text is somebody's own, of which the first sentences that fit are said; a filler is for scripts that are too short.
 */
export type Part = { readonly rank: 'must' | Rank; readonly sentences: readonly Sentence[] };
export const ranks = ['twice', 'should', 'more', 'free', 'extra', 'filler'] as const;
export type Rank = (typeof ranks)[number];

/** How many communities are named; beyond, so many others. */
const mostNamed = 4;

/** @param lang in which it is said. A text in another language is left out, but for the title, which is a name. */
export function partsOf(t: Translate, lang: string, event: SpokenEvent): readonly Part[] {
  if (event.masked) return maskedParts(t, lang, event);
  const say = sayIn(lang);
  const when = moment(t, lang, event.startsAt);
  const title: Sentence = event.title
    ? { text: closed(event.title), lang: event.language, bold: [] }
    : say(closed(t.code('event-kind', event.kind)));
  const own = (text: string): readonly Sentence[] =>
    event.language === lang ? sentencesOf(text).map((sentence) => say(sentence)) : [];
  const where = say(t('on-air.where', { place: unended(event.place) }));
  const organiser = event.organiser ? [say(t('radio.organised-by', { name: unended(event.organiser) }))] : [];
  const called = { communities: namesInWords(t, lang, event.communities), count: event.communities.length };
  const isTold = event.standing !== 'planned';
  // What it is stands for a title: an untitled event that is cancelled must not go unnamed. An invitation names it anyway.
  const named = event.title || isTold ? [title] : [];
  const because = isTold && event.reason ? own(t('event.reason', { reason: event.reason })) : [];

  if (event.standing === 'cancelled') {
    const cancelled = [say(t('event.cancelled')), say(t('on-air.will-not-be', when.clock), when.clock)];
    return [
      { rank: 'should', sentences: [say(t('on-air.attention')), say(t('on-air.informs', called))] },
      { rank: 'must', sentences: [title, ...cancelled] },
      { rank: 'more', sentences: [where] },
      { rank: 'free', sentences: because },
      { rank: 'more', sentences: organiser },
      { rank: 'twice', sentences: [say(t('on-air.again')), title, ...cancelled] },
      { rank: 'should', sentences: [say(t('on-air.stay'))] },
      { rank: 'filler', sentences: [say(t('on-air.pass-on'))] }
    ];
  }

  const invites = say(t('on-air.invites', { ...called, what: t.code('on-air-kind', event.kind) }));
  const changes = changesOf(t, lang, event);
  return [
    { rank: 'should', sentences: isTold ? [say(t('on-air.attention'))] : [invites] },
    { rank: 'must', sentences: [...named, ...changes.told] },
    { rank: 'more', sentences: changes.before },
    { rank: 'free', sentences: because },
    { rank: 'should', sentences: isTold ? [invites] : [] },
    { rank: 'must', sentences: changes.time ? [] : [say(t('on-air.when', when.clock), when.clock)] },
    { rank: 'more', sentences: event.endsAt ? [say(t('on-air.until', endOf(lang, event, event.endsAt)))] : [] },
    { rank: 'must', sentences: changes.place ? [] : [where] },
    { rank: 'free', sentences: own(event.about) },
    { rank: 'extra', sentences: spokenThere(t, lang, event) },
    { rank: 'more', sentences: organiser },
    { rank: 'twice', sentences: [say(t('on-air.again')), say(t('on-air.when', when.part), when.part)] },
    { rank: 'extra', sentences: [where] },
    { rank: 'filler', sentences: [say(t('on-air.remember', when.clock), when.clock)] },
    { rank: 'should', sentences: [say(t.code('audience-call', event.audience))] }
  ];
}

/** The radio that was told place and hour tells them; all others send their listeners there. */
function maskedParts(t: Translate, lang: string, { kind, communities, startsAt, standing }: SpokenEvent) {
  const date = dayOnAir(lang, startsAt);
  const say = (text: string): Sentence => ({ text, lang, bold: [date] });
  const called = { communities: namesInWords(t, lang, communities), count: communities.length };
  const invites = say(t('on-air.invites', { ...called, what: t.code('on-air-kind', kind) }));
  const attention: Part = { rank: 'should', sentences: [say(t('on-air.attention'))] };
  const told =
    standing === 'cancelled'
      ? [invites, say(t('event.cancelled')), say(t('on-air.will-not-be-that-day', { date }))]
      : [invites, say(t('on-air.that-day', { date })), say(t('on-air.told-by-radio'))];
  const parts: readonly Part[] = [
    { rank: 'must', sentences: told },
    { rank: 'twice', sentences: [say(t('on-air.again')), ...told.slice(1)] }
  ];
  return standing === 'planned' ? parts : [attention, ...parts];
}

const sayIn =
  (lang: string) =>
  (text: string, when?: Moment): Sentence => ({ text, lang, bold: when ? [when.date, when.hour] : [] });

type Moment = { readonly date: string; readonly hour: string };

const moment = (t: Translate, lang: string, at: string): { readonly clock: Moment; readonly part: Moment } => ({
  clock: { date: dayOnAir(lang, at), hour: hourOnAir(lang, at) },
  part: { date: dayOnAir(lang, at), hour: hourOfDayPart(t, lang, at) }
});

/** As far as it changed: the new time and place, then the old time, which is not to catch the eye. */
function changesOf(t: Translate, lang: string, event: SpokenEvent) {
  const say = sayIn(lang);
  const { standing, startsAt, place, previousStart: start = startsAt, previousPlace = place } = event;
  const [time, elsewhere] = [
    standing === 'moved' && start !== startsAt,
    standing === 'moved' && previousPlace !== place
  ];
  const [now, before] = [moment(t, lang, startsAt).clock, moment(t, lang, start).clock];
  const told = [
    ...(standing === 'restored' ? [say(t('on-air.restored'))] : []),
    ...(time ? [say(t(startsAt > start ? 'event.postponed' : 'event.brought-forward', now), now)] : []),
    ...(elsewhere ? [say(t('event.place-changed', { place: unended(place) }))] : [])
  ];
  return { time, place: elsewhere, told, before: time ? [say(t('on-air.no-longer', before))] : [] };
}

function endOf(lang: string, { startsAt }: SpokenEvent, endsAt: string): { readonly hour: string } {
  const hour = hourOnAir(lang, endsAt);
  return { hour: startsAt.slice(0, 10) === endsAt.slice(0, 10) ? hour : `${hour}, ${dayOnAir(lang, endsAt)}` };
}

function spokenThere(t: Translate, lang: string, { spokenLanguages }: SpokenEvent): readonly Sentence[] {
  if (spokenLanguages.length === 0) return [];
  const named = spokenLanguages.map((language) => t.code('language-name', language));
  return [sayIn(lang)(t('on-air.languages', { languages: listInWords(lang, named) }))];
}

function namesInWords(t: Translate, lang: string, communities: readonly string[]): string {
  if (communities.length <= mostNamed) return listInWords(lang, communities);
  const count = communities.length - mostNamed + 1;
  const others = t('on-air.other-communities', { count, number: numberInWords(dated(lang), count, 'noun') });
  return listInWords(lang, [...communities.slice(0, mostNamed - 1), others]);
}
