// Owns the events of the demonstration: this week's and the next one's, one in each state that an event can be in.
import type { CommunityId, EventId } from '#lib/domain/shared/ids.ts';
import { readHeadCount, type HeadRange } from '#lib/domain/event/head-count.ts';
import { answerRadios, confirmChanges } from '#lib/server/event/second-person.ts';
import { announceEvent } from '#lib/server/event/announce-event.ts';
import { cancelEvent } from '#lib/server/event/cancel-event.ts';
import { correctEvent } from '#lib/server/event/correct-event.ts';
import { recordHeadCount } from '#lib/server/event/head-counts.ts';
import { hideEvent } from '#lib/server/event/hide-event.ts';
import { moveEvent } from '#lib/server/event/move-event.ts';
import { at, hours, must, type Stand } from './foundations.ts';
import { planned, type Planned } from './planned-events.ts';

const organiser = { organiser: 'Fatoumata', phone: '90 00 00 01' };
const day = 86_400_000;

/** Announced a week before this one, so that all of them lay ahead; the changes are of today. */
export function announceEvents(stand: Stand, communities: readonly CommunityId[]): void {
  for (const event of planned) announceOne(stand, communities, event);
}

function announceOne(stand: Stand, communities: readonly CommunityId[], event: Planned): void {
  const { day: planning, where, guests = [], further = [], state, ...texts } = event;
  const community = communities[where];
  if (!community) throw new Error(`The demonstration has no community number ${where}.`);
  const date = dateOf(stand, planning);
  const written = { ...texts, ...organiser, day: date, guests: guests.flatMap((guest) => communities[guest] ?? []) };
  const then = at(stand, 'facilitator', state === 'waits' ? hours(2) : 8);
  const id = must(announceEvent(then, community, written, state === 'draft' ? 'draft' : 'announced'));
  if (further.length > 0) must(correctEvent(then, id, { ...texts, ...organiser, texts: further }));
  if (!['draft', 'waits', 'unconfirmed', 'held-back'].includes(state))
    must(answerRadios(at(stand, 'committee', 7), id, { answer: 'sent', reason: '' }));
  happen(stand, id, event, date);
}

/** `week`: days from this week's Monday; `ago`: days before today. */
function dateOf({ now }: Stand, planning: Planned['day']): string {
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  const days = 'ago' in planning ? -planning.ago : planning.week - sinceMonday;
  return new Date(now.getTime() + days * day).toISOString().slice(0, 10);
}

function happen(stand: Stand, id: EventId, { hour, place, state }: Planned, date: string): void {
  const today = at(stand, 'facilitator', 0);
  switch (state) {
    case 'held-back':
      must(
        answerRadios(at(stand, 'committee', 7), id, { answer: 'held-back', reason: 'L’heure de la prière approche.' })
      );
      return;
    case 'moved':
    case 'moved-confirmed': {
      const next = new Date(Date.parse(date) + day).toISOString().slice(0, 10);
      must(moveEvent(today, id, { day: next, hour, place, reason: 'Le terrain est inondé.' }));
      if (state === 'moved-confirmed') must(confirmChanges(at(stand, 'second', 0), id));
      return;
    }
    case 'cancelled':
      must(cancelEvent(today, id, { reason: 'L’animateur est malade.' }));
      return;
    case 'hidden':
      must(hideEvent(today, id));
      return;
    case 'counted':
      must(recordHeadCount(at(stand, 'committee', 1), id, heads('up-to-50', 'up-to-100', 'up-to-25', 'up-to-25')));
      return;
    case 'draft':
    case 'waits':
    case 'unconfirmed':
    case 'sent':
  }
}

function heads(...ranges: readonly [HeadRange, HeadRange, HeadRange, HeadRange]) {
  const [HW, HM, RW, RM] = ranges.map((range) => ({ range, counted: null }));
  const none = { range: null, counted: null };
  return must(readHeadCount({ HW: HW ?? none, HM: HM ?? none, RW: RW ?? none, RM: RM ?? none }));
}
