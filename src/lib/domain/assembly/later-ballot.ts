// Owns the ballot that a phone votes on now: the frozen one, or what of it stands on a second ballot or a ratification.
import type { Pack } from '#lib/domain/assembly/pack.ts';
import type { PackBallot } from '#lib/domain/assembly/pack-ballot.ts';
import type { Ballot } from '#lib/domain/assembly/state.ts';
import { frozenOption } from '#lib/domain/vote/frozen-option.ts';
import { firstOptionId } from '#lib/domain/vote/later-options.ts';

export type BallotOption = PackBallot['options'][number];
/** An option with how it looks. `first`: its place on the frozen ballot, from 0. */
export type ShownOption = BallotOption & Pack['looks'][number] & { readonly first: number };

/** As the server will freeze it, down to the names of the options. */
export const laterBallot = (pack: Pack, ballot: Pick<Ballot, 'options'>): PackBallot => ({
  ...pack.ballot,
  options: shownOptions(pack, ballot).map(frozenOption)
});

/** In the order of this ballot. @throws where one is not of the pack: nobody could say what it is. */
export const shownOptions = (pack: Pack, { options }: Pick<Ballot, 'options'>): readonly ShownOption[] =>
  options.map((id) => {
    const first = pack.ballot.options.findIndex((one) => firstOptionId(one.id) === firstOptionId(id));
    const [option, look] = [pack.ballot.options[first], pack.looks[first]];
    if (!option || !look) throw new Error('A project on the ballot is not of the pack');
    return { ...option, ...look, id, first };
  });
