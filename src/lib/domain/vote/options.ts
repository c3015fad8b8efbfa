// Owns how an option is told from the others by people who do not read: a letter, a colour and a pictogram.
import { categories, type Category } from '#lib/domain/proposal/categories.ts';

/** `colour` names the style tokens of options, which are no group tokens. */
export const optionMarks = [
  { letter: 'A', colour: 'a' },
  { letter: 'B', colour: 'b' },
  { letter: 'C', colour: 'c' },
  { letter: 'D', colour: 'd' },
  { letter: 'E', colour: 'e' }
] as const;

export type OptionMark = (typeof optionMarks)[number] & { readonly icon: (typeof categories)[Category]['icon'] };

/**
 * The marks of a ballot's options, in their order. Two wells on one ballot share a pictogram: the letter, the colour, the
 * picture and the voice then tell them apart, so no screen may show a pictogram without its letter. Beyond five: nothing.
 */
export const markOptions = (options: readonly Category[]): OptionMark[] =>
  optionMarks.flatMap((mark, place) => {
    const category = options[place];
    return category ? [{ ...mark, icon: categories[category].icon }] : [];
  });
