// Owns what people vote on to learn how: fruit that everybody knows and nobody builds. Nothing of it is ever kept or counted.
import { optionMarks } from '#lib/domain/vote/options.ts';

/** `cost` is what one costs at the market, in F CFA: a project's cost stands in the same place. */
const fruits = [
  { code: 'mango', cost: 100 },
  { code: 'watermelon', cost: 500 },
  { code: 'banana', cost: 50 }
] as const;

/** Each fruit is its own symbol in the sprite; the words are under `fruit.<code>`. */
export const practiceOptions = fruits.flatMap(({ code, cost }, place) => {
  const mark = optionMarks[place];
  return mark ? [{ ...mark, code, icon: code, cost }] : [];
});

/** One answer per fruit, null where there is none. @param answers as forms send them. */
export const practiceMarks = (answers: Readonly<Record<string, string>>): readonly (boolean | null)[] =>
  practiceOptions.map((_, place) => {
    const answer = answers[`mark-${place}`];
    return answer === 'yes' ? true : answer === 'no' ? false : null;
  });

/** Whether this is what the page before the last one sends: `y` or `n` for each fruit. */
export const isPracticeBallot = (marks: string): boolean =>
  marks.length === practiceOptions.length && /^[yn]*$/.test(marks);
