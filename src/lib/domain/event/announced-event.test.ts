import { expect, test } from 'vitest';
import { readChange, readEvent } from '../../../../tests/support/event.ts';
import { isToConfirm, standing, textIn, type Change } from './announced-event.ts';
import { asTold, byStart, isMasked } from './hidden-event.ts';
import { weeklyDays } from './series.ts';

const changed = (...codes: readonly Change[]) => codes.map((change) => readChange({ change }));

test.each([
  ['draft', { announcedAt: null }, 'draft'],
  ['as announced', {}, 'planned'],
  ['moved', { changes: changed('moved') }, 'moved'],
  ['moved, its place hidden and shown', { changes: changed('moved', 'hidden', 'shown') }, 'moved'],
  ['cancelled', { cancelledAt: 'then', changes: changed('moved', 'cancelled') }, 'cancelled'],
  ['brought back', { changes: changed('cancelled', 'restored') }, 'restored'],
  ['brought back and moved', { changes: changed('cancelled', 'restored', 'moved') }, 'moved']
] as const)('%s', (_, over, expected) => {
  expect(standing(readEvent(over))).toBe(expected);
});

test('a change is to be confirmed, except a place shown by another than who hid it', () => {
  expect(isToConfirm(readEvent({ changes: changed('hidden') }))).toBe(true);
  expect(isToConfirm(readEvent({ changes: changed('shown') }))).toBe(false);
  expect(isToConfirm(readEvent({ changes: [readChange({ confirmedAt: 'then' })] }))).toBe(false);
});

test('its text is in the language of the reader, else in its own', () => {
  const event = readEvent({ texts: [{ language: 'ses', title: 'Balloŋ', about: '' }] });
  expect(textIn(event, 'ses').title).toBe('Balloŋ');
  expect(textIn(event, 'fr')).toEqual({ title: 'Ntolatan', about: 'Aw ka na.', language: 'bm' });
});

test('of a hidden event everybody knows kind, community and day, and nothing that was written', () => {
  const event = readEvent({
    hidden: true,
    endsAt: '2026-07-05T18:00:00Z',
    texts: [{ language: 'fr', title: 'Au terrain de Wabaria', about: 'à seize heures' }],
    changes: changed('moved')
  });
  const told = asTold(event);
  expect(JSON.stringify(told)).not.toMatch(/Ntolatan|Wabaria|Fatouma|stade|Pluie|seize|T16|T18|Aw ka na/);
  expect(told).toMatchObject({ kind: 'match', community: { name: 'Gounzoureye' }, startsAt: '2026-07-05T00:00:00Z' });
  expect([isMasked(told), isMasked(event), isMasked(readEvent())]).toEqual([true, false, false]);
});

test('an event that is not hidden is told whole, but for its organiser', () => {
  const event = readEvent();
  expect(asTold(event)).toEqual({ ...event, organiser: '' });
});

test('a hidden event stands first in its day, since its hour is not known', () => {
  const early = readEvent({ startsAt: '2026-07-05T06:00:00Z' });
  const hidden = asTold(readEvent({ hidden: true, startsAt: '2026-07-05T22:00:00Z' }));
  expect([early, hidden].sort(byStart)).toEqual([hidden, early]);
});

test('weeks follow each other over the end of a year', () => {
  expect(weeklyDays('2026-12-24', 3)).toEqual(['2026-12-24', '2026-12-31', '2027-01-07']);
});
