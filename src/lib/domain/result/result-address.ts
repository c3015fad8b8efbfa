// Owns where the published results of a community stand: the newest at an address that never changes, each for good at its own.

/** What an address names; the newest where it names none. */
export type ResultAddress = {
  readonly slug: string;
  readonly number?: string | number;
  readonly poll?: string | number;
};

/** Without the language in front: `/communities/gargouna/consultations/1/polls/2`, under which result, minutes and files stand. */
export const resultBase = ({ slug, number, poll }: ResultAddress): string =>
  `/communities/${slug}${number ? `/consultations/${number}` : ''}${poll ? `/polls/${poll}` : ''}`;
