// Owns projects as the screens after the count show them: each with its mark, which is the same on every ballot.
import { shownOptions } from '#lib/domain/assembly/later-ballot.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import type { Ballot } from '#lib/domain/assembly/state.ts';
import { optionMarks } from '#lib/domain/vote/options.ts';

export type ToldOption = (typeof optionMarks)[number] & {
  readonly id: string;
  readonly icon: string;
  readonly title: string;
  /** Of the title. */
  readonly language: string;
};

export const toldOptions = (pack: Pack, ballot: Pick<Ballot, 'options'>): readonly ToldOption[] =>
  shownOptions(pack, ballot).flatMap(({ id, letter, icon, title, language }) =>
    optionMarks.filter((mark) => mark.letter === letter).map((mark) => ({ ...mark, id, icon, title, language }))
  );
