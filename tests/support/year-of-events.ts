// Owns a year of events of several villages, announced, moved, cancelled, brought back and hidden by the services that the desk uses,
// with texts as people write them and as files break at. The same number gives the same year, but for the ids.
import { eq } from 'drizzle-orm';
import { addDays } from '#lib/domain/event/day.ts';
import { eventKindCodes } from '#lib/domain/event/kinds.ts';
import type { AccountId, EventId } from '#lib/domain/shared/ids.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';
import { newId } from '#lib/server/db/new-id.ts';
import type { Portal } from '#lib/server/db/portal.ts';
import { communities, places } from '#lib/server/db/schema/community.ts';
import { events, eventTexts } from '#lib/server/db/schema/event.ts';
import { announceEvent } from '#lib/server/event/announce-event.ts';
import { cancelEvent, restoreEvent } from '#lib/server/event/cancel-event.ts';
import { hideEvent } from '#lib/server/event/hide-event.ts';
import { moveEvent } from '#lib/server/event/move-event.ts';
import { answerRadios, confirmChanges } from '#lib/server/event/second-person.ts';
import { testConsultation, type TestConsultation } from './consultation.ts';
import { oddTexts } from './feed-documents.ts';
import { recorded } from './recorded.ts';
import { must } from './two-files.ts';

const firstDay = '2026-01-02';
/** When somebody reads the feeds: all acts are behind, and nothing has left them yet. */
export const yearReadAt = new Date('2026-01-20T09:00:00Z');

const languages: readonly ContentLanguage[] = ['fr', 'bm', 'ses'];
const villages = [
  ['ɲɔɔla-kɔnɔ', 'ML07010101'],
  ['gargouna, haoussa; foulane', 'ML07010102'],
  ['bourem "inaly"', 'ML07020101'],
  ['kidal', 'ML08010101'],
  ['mopti & sévaré', 'ML05010101'],
  ['tombouctou', 'ML06010101']
] as const;

/** Letters of two, three and four bytes, shifted by one byte from event to event, so that some stand at every fold of a line. */
const shifted = (shift: number): string =>
  `${'a'.repeat(shift % 12)}${['ɛŋ', 'ɔɲ', 'š€', '🥁ŋ'][shift % 4]?.repeat(22)}`;
const titleOf = (number: number): string => {
  const odd = oddTexts[number % (oddTexts.length + 3)]?.[1];
  return [...(odd ?? shifted(number))].slice(0, 80).join('').trim();
};

export type Year = { readonly db: Portal; readonly ids: readonly EventId[]; readonly villages: readonly string[] };

/** @param count of events, weeks that repeat among them. */
export function yearOfEvents(db: Portal, count = 500): Year {
  const made = villages.map(([slug, pcode]) => testConsultation(db, { slug, pcode }));
  // West of Greenwich, which crosses the country.
  db.update(places).set({ latitude: 16.27, longitude: -0.04 }).run();
  db.update(communities).set({ discreet: true }).where(eq(communities.slug, 'kidal')).run();
  const ids: EventId[] = [];
  for (let number = 0; ids.length < count; number++)
    ids.push(...announceOne(db, of(made, number), number, count - ids.length));
  ids.forEach((id, number) => changeOne(db, of(made, 0), id, number));
  return { db, ids, villages: villages.map(([slug]) => slug) };
}

const of = <One>(some: readonly One[], number: number): One => {
  const one = some[number % some.length];
  if (one === undefined) throw new Error('There is none.');
  return one;
};

/** Every tenth repeats for up to half a year. @returns the ids of all its weeks. */
function announceOne(db: Portal, at: TestConsultation, number: number, most: number): readonly EventId[] {
  const weeks = number % 10 === 3 ? Math.min(26, most) : 1;
  const day = addDays(firstDay, 20 + ((number * 37) % (weeks > 1 ? 150 : 340)));
  const hour = `${String(6 + (number % 17)).padStart(2, '0')}:${number % 3 ? '00' : '45'}`;
  const input = {
    kind: of(eventKindCodes, number),
    title: titleOf(number),
    day,
    hour,
    endHour: number % 2 ? '23:30' : '',
    place: of(['Stade', 'Marché; près du puits, rive droite', '"Chez \\ Ali"', 'Ɲɔgɔnye kɛnɛ ŋ'], number),
    about:
      number % 4
        ? of(oddTexts, number)[1]
            .repeat(number % 5 ? 1 : 8)
            .slice(0, 600)
        : '',
    language: of(languages, number),
    organiser: 'Fatouma Maïga',
    phone: '+223 76 12 34 56',
    spoken: [],
    audience: number % 5 ? null : ('women' as const),
    weeks
  };
  const first = must(announceEvent({ ...at.facilitator, now: morning(0) }, at.community, input));
  if (number % 7 === 0) translate(db, first, of(languages, number + 1));
  const rows = db.select({ id: events.id }).from(events);
  return weeks === 1
    ? [first]
    : rows
        .where(eq(events.series, first))
        .all()
        .map(({ id }) => id);
}

function translate(db: Portal, event: EventId, language: ContentLanguage): void {
  const act = { at: '2026-01-02T08:00:00Z', by: newId<AccountId>() };
  db.insert(eventTexts)
    .values({ event, language, title: `Ŋ ${language} <2>`, about: 'ɛ\nŋ', ...act })
    .run();
}

/** Eight in the morning, so many days later. */
const morning = (days: number): Date => new Date(`${addDays(firstDay, days)}T08:00:00Z`);

/** Four in ten change, in the same ways again and again; the staff of any village may here, since services ask no permission. */
function changeOne(db: Portal, { facilitator, committee }: TestConsultation, id: EventId, number: number): void {
  const at = (days: number) => ({ ...facilitator, now: morning(days) });
  const second = (days: number) => ({ ...committee, now: morning(days) });
  const move = () =>
    must(
      moveEvent(at(3), id, {
        day: addDays(firstDay, 30 + (number % 300)),
        hour: '17h10',
        place: 'Ŋ place',
        reason: of(oddTexts, number)[1]
      })
    );
  const cancel = (days: number) => must(cancelEvent(at(days), id, { reason: 'Deuil; <b>"\\' }));
  if (number % 3 === 0) void answerRadios(second(2), id, { answer: 'sent', reason: '' });
  if (number % 6 === 0)
    recorded(db, id, {
      language: of(languages, number / 6),
      at: '2026-01-02T08:00:00Z',
      ending: of(['mp3', 'ogg'] as const, number)
    });
  switch (number % 10) {
    case 1:
      return void move();
    case 4:
      return void cancel(4);
    case 5:
      move();
      must(confirmChanges(second(4), id));
      cancel(5);
      return void must(restoreEvent(at(6), id, { reason: 'La route est libre' }));
    case 8:
      return void must(hideEvent(at(7), id));
  }
}
