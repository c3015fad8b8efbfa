// Owns what a booth shows of each project, or of each fruit where people practise.
import { pictureIn, type Voice } from '#lib/domain/assembly/pack-files.ts';
import { shownOptions } from '#lib/domain/assembly/later-ballot.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import type { Ballot } from '#lib/domain/assembly/state.ts';
import { optionMarks } from '#lib/domain/vote/options.ts';
import { practiceInWords } from '#lib/i18n/practice-in-words.ts';

export type BoothOption = (typeof optionMarks)[number] & {
  readonly icon: string;
  readonly title: string;
  /** Of the title. */
  readonly language: string;
  readonly cost: number;
  readonly picture: string | null;
  /** Says the title. */
  readonly voice: Voice;
};

export const optionsOnBallot = (pack: Pack, ballot: Ballot): readonly BoothOption[] =>
  shownOptions(pack, ballot).flatMap(({ id, letter, icon, title, language, cost }) => {
    // By its letter, which is the same on every ballot.
    const mark = optionMarks.find((one) => one.letter === letter);
    const shown = { icon, title, language, cost, picture: pictureIn(pack, id), voice: { of: id } };
    return mark ? [{ ...mark, ...shown }] : [];
  });

export const fruitOnBallot = (lang: string): readonly BoothOption[] =>
  practiceInWords(lang).map(({ says, ...fruit }) => ({ ...fruit, picture: null, voice: { says } }));
