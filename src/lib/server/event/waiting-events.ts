// Owns which events wait for this very person: to be sent to the radios, or a change to be confirmed. What they asked or changed
// themselves waits for somebody else, and is not told.
import { and, eq, exists, gte, isNotNull, isNull, ne, notExists } from 'drizzle-orm';
import type { AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import { dayOf } from '#lib/domain/event/day.ts';
import { communitiesOfStaff } from '../community/queries.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import type { StaffContext } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { eventAnswers, eventChanges, eventConfirmations, events } from '../db/schema/event.ts';
import { isAmong } from '../db/is-among.ts';
import { readEvents } from './read-events.ts';

/** As many as a phone shows on a few screens. */
const most = 30;

export type WaitingEvent = { readonly event: AnnouncedEvent; readonly waits: 'confirm' | 'send' };

/** Changes to confirm before what is to be sent, each soonest first; of weeks that were announced together the first. */
export function eventsThatWait({ db, now, actor }: StaffContext): readonly WaitingEvent[] {
  const serving = actor.grants.filter(({ role }) => role === 'committee' || role === 'facilitator');
  const own = communitiesOfStaff(db, serving).map(({ id }) => id);
  const ahead = [isAmong(events.community, own), isNotNull(events.announcedAt), gte(events.startsAt, dayOf(now))];
  const confirm = readEvents(db, [...ahead, exists(changesOfOthers(db, actor.account))]);
  const confirming = new Set(confirm.map(({ id }) => id));
  const unanswered = and(isNull(events.cancelledAt), ne(events.sendingAskedBy, actor.account), notExists(answers(db)));
  const send = readEvents(db, [...ahead, unanswered]).filter(({ id }) => !confirming.has(id));
  return [
    ...confirm.map((event) => ({ event, waits: 'confirm' as const })),
    ...firstWeeks(send).map((event) => ({ event, waits: 'send' as const }))
  ].slice(0, most);
}

const answers = (db: Portal) =>
  db
    .select({ number: eventAnswers.number })
    .from(eventAnswers)
    .where(and(eq(eventAnswers.event, events.id), eq(eventAnswers.askedAt, events.sendingAskedAt)));

const changesOfOthers = (db: Portal, me: AccountId) =>
  db
    .select({ number: eventChanges.number })
    .from(eventChanges)
    .leftJoin(eventConfirmations, eq(eventConfirmations.change, eventChanges.number))
    .where(
      and(
        eq(eventChanges.event, events.id),
        ne(eventChanges.change, 'shown'),
        ne(eventChanges.by, me),
        isNull(eventConfirmations.change)
      )
    );

/** One answer is about all weeks that wait since the same moment. */
function firstWeeks(waiting: readonly AnnouncedEvent[]): readonly AnnouncedEvent[] {
  const asked = new Set<string>();
  return waiting.filter(({ id, series, sending }) => {
    const together = `${series ?? id} ${sending?.askedAt ?? ''}`;
    if (asked.has(together)) return false;
    asked.add(together);
    return true;
  });
}
