// Owns what a printed option shows of itself: the same letter, pictogram and colour as on the phone.
import type { OptionMark } from '#lib/domain/vote/options.ts';

export type PrintedOption = Omit<OptionMark, 'icon'> & {
  readonly icon: string;
  readonly title: string;
  readonly language: string;
  readonly place: string;
};
