import { describe, expect, it, test } from 'vitest';
import { readChange, readEvent } from '../../../../tests/support/event.ts';
import type { EventId } from '../shared/ids.ts';
import type { AnnouncedEvent, AnswerOfRadios, Change, Sending } from './announced-event.ts';
import { beginningOf, comingDays, sheetOf } from './sheet.ts';

const period = { from: '2026-07-03', to: '2026-07-09' };
const now = new Date('2026-07-03T12:00:00Z');
const since = '2026-07-02T12:00:00Z';

const asked = (askedAt: string, answer?: AnswerOfRadios, at = askedAt): Sending => ({
  askedAt,
  answer: answer ? { answer, reason: '', at } : null
});
/** Sent before the last sheet was taken. */
const sent = asked('2026-07-01T08:00:00Z', 'sent', '2026-07-01T10:00:00Z');
const event = (over: Partial<AnnouncedEvent> = {}) => readEvent({ sending: sent, ...over });
const [before, after] = ['2026-07-02T08:00:00Z', '2026-07-03T08:00:00Z'];
const change = (code: Change, at: string, previousStart?: string) =>
  readChange({ change: code, at, ...(previousStart && { previousStart }) });

function shown(events: readonly AnnouncedEvent[], answered: Readonly<Record<string, AnswerOfRadios>> = {}) {
  const answers = events.flatMap(({ id, sending }) => (sending?.answer ? [[id, sending.answer.answer] as const] : []));
  const more = Object.entries(answered).map(([id, answer]) => [id as EventId, answer] as const);
  const answeredBefore = new Map([...answers, ...more]);
  const sheet = sheetOf(events, { period, since, now, answeredBefore });
  return {
    changed: sheet.changed.map(({ what }) => what),
    read: sheet.toRead.length,
    past: sheet.past.length
  };
}

const cancelled = (at: string, start?: string) => ({ cancelledAt: at, changes: [change('cancelled', at, start)] });
const restored = (cancelledThen: string, then: string, answer?: AnswerOfRadios) => ({
  changes: [change('cancelled', cancelledThen), change('restored', then)],
  sending: asked(then, answer)
});
const long = '2026-08-20T16:00:00Z';

test.each([
  ['sent before the last sheet', {}, [], 1],
  ['sent since', { sending: asked(before, 'sent', after) }, ['new'], 1],
  ['a day without an answer, which was over since', { sending: asked('2026-07-02T11:00:00Z') }, ['new'], 1],
  ['nobody answered yet', { sending: asked(after) }, [], 0],
  ['held back', { sending: asked(before, 'held-back', after) }, [], 0],
  ['new, and beyond the period', { startsAt: long, sending: asked(before, 'sent', after) }, [], 0],
  ['moved before the last sheet', { changes: [change('moved', before)] }, [], 1],
  ['moved since', { changes: [change('moved', after)] }, ['moved'], 1],
  ['moved at the very second of the last sheet', { changes: [change('moved', since)] }, ['moved'], 1],
  ['moved out of the period', { startsAt: long, changes: [change('moved', after, period.from)] }, ['moved'], 0],
  ['moved far ahead of it', { startsAt: long, changes: [change('moved', after, long)] }, ['moved'], 0],
  [
    'moved while it waited, and sent since',
    { changes: [change('moved', before)], sending: asked(before, 'sent', after) },
    ['new'],
    1
  ],
  ['moved while it waits', { changes: [change('moved', after)], sending: asked('2026-07-02T20:00:00Z') }, [], 0],
  ['its place hidden since', { hidden: true, changes: [change('hidden', after)] }, ['hidden'], 1],
  ['its place shown since', { changes: [change('hidden', before), change('shown', after)] }, ['shown'], 1],
  ['moved and hidden since: once', { changes: [change('moved', after), change('hidden', after)] }, ['hidden'], 1],
  ['cancelled since: struck in its place', cancelled(after), ['cancelled'], 1],
  [
    'cancelled, then hidden',
    { cancelledAt: after, changes: [change('cancelled', after), change('hidden', after)] },
    ['cancelled'],
    1
  ],
  ['cancelled before the last sheet: struck still', cancelled(before), [], 1],
  [
    'cancelled and on no sheet',
    { ...cancelled(after), announcedAt: '2026-07-02T20:00:00Z', sending: asked('2026-07-02T20:00:00Z') },
    [],
    0
  ],
  ['cancelled and held back', { ...cancelled(after), sending: asked(before, 'held-back') }, [], 0],
  ['cancelled and over', { ...cancelled(after, '2026-07-02T16:00:00Z'), startsAt: '2026-07-02T16:00:00Z' }, [], 0],
  ['over, and in no older week', { startsAt: '2026-07-02T16:00:00Z' }, [], 0]
] as const)('%s', (_, over, changed, read) => {
  expect(shown([event(over)])).toEqual({ changed, read, past: 0 });
});

describe('brought back', () => {
  it('is told at once, and is read when a second person sent it', () => {
    expect(shown([event(restored(before, after))], { e1: 'sent' })).toMatchObject({ changed: ['restored'], read: 0 });
    expect(shown([event(restored(before, after, 'sent'))])).toMatchObject({ changed: ['restored'], read: 1 });
  });
  it('is told at once too where radios had it unconfirmed', () => {
    const event1 = event({ ...restored('2026-07-02T09:00:00Z', after) });
    expect(shown([event1])).toMatchObject({ changed: ['restored'] });
  });
  it('is not told where no sheet ever had it', () => {
    const soon = { announcedAt: before, ...restored('2026-07-02T09:00:00Z', after) };
    expect(shown([event(soon)])).toEqual({ changed: [], read: 0, past: 0 });
    expect(shown([event(restored(before, after))], { e1: 'held-back' })).toEqual({ changed: [], read: 0, past: 0 });
  });
});

it('of an older week it keeps what was on sheets, for noting what was aired', () => {
  const week = { from: '2026-06-29', to: '2026-07-02' };
  const sheet = sheetOf([event({ startsAt: '2026-07-02T16:00:00Z' })], {
    period: week,
    since,
    now,
    answeredBefore: new Map()
  });
  expect([sheet.toRead.length, sheet.past.length]).toEqual([0, 1]);
});

it('a series cancelled for months is told once beyond the period, and each time within', () => {
  const weeks = ['2026-07-05', '2026-07-09', '2026-08-02', '2026-08-09', '2026-08-16'].map((day, at) =>
    event({ id: `e${at}` as EventId, series: 's' as EventId, startsAt: `${day}T16:00:00Z`, ...cancelled(after, day) })
  );
  expect(shown(weeks)).toMatchObject({ changed: ['cancelled', 'cancelled', 'cancelled'], read: 2 });
});

it('the newest change comes first', () => {
  const [first, last] = [event({ changes: [change('moved', before)] }), event({ changes: [change('moved', after)] })];
  const { changed } = sheetOf([first, last], { period, since: before, now, answeredBefore: new Map() });
  expect(changed.map(({ at }) => at)).toEqual([after, before]);
});

it('holds seven days where nobody says otherwise', () => {
  expect(comingDays(now)).toEqual({ from: '2026-07-03', to: '2026-07-09' });
});

test('the beginning of a sheet counts what it leaves out, and tells as new what can be read on it', () => {
  const events = ['a', 'b', 'c'].map((id) => readEvent({ id: id as AnnouncedEvent['id'] }));
  const changed = events.map((event) => ({ event, what: 'new' as const, at: '2026-07-02T00:00:00Z' }));
  const sheet = { changed, toRead: events, past: [] };
  expect(beginningOf(sheet, 2)).toMatchObject({ left: 1, toRead: [{ id: 'a' }, { id: 'b' }] });
  expect(beginningOf(sheet, 2).changed.map(({ event }) => event.id)).toEqual(['a', 'b']);
  expect(beginningOf(sheet, Infinity)).toEqual({ ...sheet, left: 0 });
});
