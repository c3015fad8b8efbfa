// Owns what the fields of planned sittings are called, each with the number of its sitting.
import { mostSittings } from '#lib/domain/vote/sittings.ts';
import type { Translate } from './translator.ts';

export const sittingLabels = (t: Translate): Record<string, string> => ({
  apart: t('sitting.apart'),
  ...Object.fromEntries(
    Array.from({ length: mostSittings }, (_, at) => {
      const number = t('sitting.title', { number: at + 1 });
      return [
        [`place-${at}`, `${number}, ${t('freeze.place')}`],
        [`day-${at}`, `${number}, ${t('freeze.day')}`],
        [`channel-${at}`, `${number}, ${t('freeze.channel')}`],
        [`hour-${at}`, `${number}, ${t('freeze.hour')}`]
      ];
    }).flat()
  )
});
