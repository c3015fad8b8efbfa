import { describe, expect, it } from 'vitest';
import { translatorFor } from '../translator.ts';
import { dayOnAir, hourOfDayPart, hourOnAir, momentInDigits } from './moments.ts';

const at = (hour: number, minute = 0) =>
  `2026-07-05T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`;
const everyMinute = Array.from({ length: 24 * 60 }, (_, minute) => at(Math.floor(minute / 60), minute % 60));

describe('a day', () => {
  it.each([
    ['fr', '2026-07-05T16:00:00Z', 'dimanche cinq juillet'],
    ['fr', '2026-08-01T16:00:00Z', 'samedi premier août'],
    ['fr', '2026-12-31T23:59:00Z', 'jeudi trente et un décembre'],
    ['bm', '2026-07-05T16:00:00Z', 'karidon, zuluyekalo tile duuru'],
    ['bm', '2026-08-01T16:00:00Z', 'sibiridon, utikalo tile kelen'],
    ['ses', '2026-07-05T16:00:00Z', 'Alhadi, Žuyye zaari guu'],
    ['ses', '2026-07-16T16:00:00Z', 'Alhamiisa, Žuyye zaari woy cindi duu'],
    ['xx', '2026-07-05T16:00:00Z', 'dimanche cinq juillet']
  ])('in %s, %s is %s', (lang, moment, words) => expect(dayOnAir(lang, moment)).toBe(words));

  it('has no digit in a whole year, and no word for today or tomorrow', () => {
    for (const lang of ['fr', 'bm', 'ses'])
      for (let day = 0; day < 366; day++) {
        const words = dayOnAir(lang, new Date(Date.UTC(2028, 0, 1 + day)).toISOString());
        expect(words).not.toMatch(/\d|\b(bi|sini|suba|hõ|demain)\b|aujourd/u);
      }
  });
});

describe('an hour of the clock, and of the part of the day', () => {
  it.each([
    ['fr', at(16), 'seize heures', 'quatre heures de l’après-midi'],
    ['fr', at(16, 30), 'seize heures trente', 'quatre heures et demie de l’après-midi'],
    ['fr', at(16, 15), 'seize heures quinze', 'quatre heures et quart de l’après-midi'],
    ['fr', at(9), 'neuf heures', 'neuf heures du matin'],
    ['fr', at(1), 'une heure', 'une heure du matin'],
    ['fr', at(13), 'treize heures', 'une heure de l’après-midi'],
    ['fr', at(18), 'dix-huit heures', 'six heures du soir'],
    ['fr', at(21, 1), 'vingt et une heures une', 'neuf heures une du soir'],
    ['fr', at(12), 'midi', 'midi'],
    ['fr', at(12, 30), 'midi et demi', 'midi et demi'],
    ['fr', at(0), 'minuit', 'minuit'],
    ['fr', at(0, 5), 'minuit cinq', 'minuit cinq'],
    ['bm', at(16), 'nɛgɛkanɲɛ tan ni wɔɔrɔ', 'wula fɛ, nɛgɛkanɲɛ naani'],
    ['bm', at(14, 30), 'nɛgɛ ɲɛ tan ni naani ni miniti bisaba', 'tile fɛ, nɛgɛ ɲɛ fila ni miniti bisaba'],
    ['bm', at(9), 'nɛgɛkanɲɛ kɔnɔntɔn', 'sɔgɔma, nɛgɛkanɲɛ kɔnɔntɔn'],
    ['bm', at(20), 'nɛgɛkanɲɛ mugan', 'su fɛ, nɛgɛkanɲɛ segin'],
    ['bm', at(0), 'nɛgɛkanɲɛ tan ni fila', 'su fɛ, nɛgɛkanɲɛ tan ni fila'],
    ['ses', at(16), 'guuru woy cindi duu', 'almaari guuru taaci'],
    ['ses', at(16, 30), 'guuru woy cindi duu nda miniti waranza', 'almaari guuru taaci nda miniti waranza'],
    ['ses', at(9), 'guuru yagga', 'subbaahi guuru yagga'],
    ['ses', at(12), 'guuru woy cindi hinka', 'zaarikay guuru woy cindi hinka'],
    ['ses', at(20), 'guuru waranka', 'cijin guuru yaaha']
  ])('in %s, %s is %s, %s', (lang, moment, clock, part) => {
    expect(hourOnAir(lang, moment)).toBe(clock);
    expect(hourOfDayPart(translatorFor(lang), lang, moment)).toBe(part);
  });

  it('of the part of the day means one minute of the day and no other', () => {
    for (const lang of ['fr', 'bm', 'ses'])
      expect(new Set(everyMinute.map((moment) => hourOfDayPart(translatorFor(lang), lang, moment))).size).toBe(1440);
  });
});

it('stands in digits beside the words', () => {
  expect(momentInDigits('fr', at(16))).toBe('dim. 5 juil. · 16:00');
  expect(momentInDigits('bm', at(9, 5))).toBe('kari 5 zul · 09:05');
  expect(momentInDigits('ses', at(0))).toBe('Alhadi 5 Žuy · 00:00');
});
