// What somebody sees who subscribed once and comes back: before and after an event is moved, cancelled, brought back and hidden.
import { beforeEach, expect, it } from 'vitest';
import type { EventId } from '#lib/domain/shared/ids.ts';
import type { Portal } from '#lib/server/db/portal.ts';
import { cancelEvent, restoreEvent } from '#lib/server/event/cancel-event.ts';
import { hideEvent } from '#lib/server/event/hide-event.ts';
import { moveEvent } from '#lib/server/event/move-event.ts';
import { answerRadios, confirmChanges } from '#lib/server/event/second-person.ts';
import { eventFeeds } from '#lib/server/feed/event-feeds.ts';
import { eventFeedAt } from '#lib/server/find-feed.ts';
import { calendarClient, type Client } from '../support/calendar-client.ts';
import { testConsultation, type TestConsultation } from '../support/consultation.ts';
import { testPortal } from '../support/database.ts';
import { announced, move } from '../support/event.ts';
import { readByRssParser } from '../support/feed-readers.ts';
import { must } from '../support/two-files.ts';

let db: Portal;
let forgho: TestConsultation;
let id: EventId;
let now: Date;
beforeEach(() => {
  db = testPortal();
  forgho = testConsultation(db);
  now = new Date('2026-07-05T09:00:00Z');
  id = announced(forgho);
});

/** An hour later than whatever was before. */
const by = (who: 'facilitator' | 'committee') => ({ ...forgho[who], now: (now = new Date(now.getTime() + 3_600_000)) });
const body = (ending: keyof typeof eventFeeds): string =>
  eventFeeds[ending].write(
    must(eventFeedAt({ db, now: new Date(now.getTime() + 60_000) }, new URL('http://x/feeds/events.x?lang=fr'))).feed
  );
const acts = {
  sent: () => answerRadios(by('committee'), id, { answer: 'sent', reason: '' }),
  moved: () => moveEvent(by('facilitator'), id, move),
  confirmed: () => confirmChanges(by('committee'), id),
  cancelled: () => cancelEvent(by('committee'), id, { reason: 'Deuil' }),
  restored: () => restoreEvent(by('facilitator'), id, { reason: 'La route est libre' }),
  hidden: () => hideEvent(by('committee'), id)
} as const;

type Seen = { readonly start: string; readonly status: string; readonly summary: string };
const steps: readonly (readonly [act: keyof typeof acts, seen: Partial<Seen>])[] = [
  ['sent', { start: '2026-07-12T16:00:00Z', status: 'CONFIRMED', summary: 'Match des jeunes' }],
  ['moved', { start: '2026-07-14T17:00:00Z', status: 'TENTATIVE', summary: 'Changé · à confirmer · Match des jeunes' }],
  ['confirmed', { start: '2026-07-14T17:00:00Z', status: 'CONFIRMED', summary: 'Changé · Match des jeunes' }],
  ['cancelled', { status: 'CANCELLED', summary: 'Annulé · à confirmer · Match des jeunes' }],
  ['restored', { start: '2026-07-14T17:00:00Z', status: 'TENTATIVE' }],
  ['hidden', { start: '2026-07-14', status: 'TENTATIVE', summary: expect.not.stringContaining('jeunes') as string }]
];

function follow(client: Client, pulls: (step: number) => boolean): void {
  client.pull(body('ics'));
  expect(client.shown()).toMatchObject([{ uid: `${id}@sigida`, sequence: 0, status: 'TENTATIVE' }]);
  let last = 0;
  steps.forEach(([act, seen], step) => {
    expect(acts[act]().ok, act).toBe(true);
    if (!pulls(step)) return;
    client.pull(body('ics'));
    const [event, ...others] = client.shown();
    expect(others).toEqual([]);
    expect(event, act).toMatchObject(seen);
    expect(event?.sequence, act).toBeGreaterThan(last);
    expect(event?.stamp).toBe(event?.modified);
    last = event?.sequence ?? 0;
  });
}

it('who pulls after each act sees each', () => follow(calendarClient(), () => true));
it('who was away for some sees the last', () => follow(calendarClient(), (step) => step % 2 === 1));

it('who pulls an older copy from a cache keeps the newer', () => {
  const client = calendarClient();
  const old = body('ics');
  must(acts.cancelled());
  client.pull(body('ics'));
  client.pull(old);
  expect(client.shown()).toMatchObject([{ status: 'CANCELLED', sequence: 1 }]);
});

it('a reader of RSS is shown each change anew, and a second person’s yes not at all', async () => {
  const seen = new Map<string, string>();
  const pull = async () => {
    for (const { id: guid, title } of await readByRssParser(body('rss'))) if (!seen.has(guid)) seen.set(guid, title);
  };
  await pull();
  for (const act of ['sent', 'moved', 'confirmed', 'cancelled', 'restored'] as const) {
    must(acts[act]());
    await pull();
  }
  expect([...seen.values()]).toEqual([
    'Match des jeunes',
    'Changé · à confirmer · Match des jeunes',
    'Annulé · à confirmer · Match des jeunes',
    'Aura lieu · à confirmer · Match des jeunes'
  ]);
});

it('a cancelled event stands in the calendar for thirty days, and leaves', () => {
  must(moveEvent(by('facilitator'), id, { ...move, day: '2026-09-20' }));
  must(acts.cancelled());
  const client = calendarClient();
  now = new Date('2026-08-04T12:00:00Z');
  client.pull(body('ics'));
  expect(client.shown()).toMatchObject([{ status: 'CANCELLED' }]);
  now = new Date('2026-08-05T12:00:00Z');
  expect(body('ics')).not.toContain(id);
});
