// Owns what of an option is frozen with a ballot: fingerprints and the audit chain cover these members and no others.
import type { OptionId } from '#lib/domain/shared/ids.ts';

/** `cost` in F CFA. */
export type FrozenOption = {
  readonly id: OptionId;
  readonly letter: string;
  readonly title: string;
  readonly cost: number;
  readonly place: string;
  readonly upkeepOwner: string;
};

export const frozenOption = ({ id, letter, title, cost, place, upkeepOwner }: FrozenOption): FrozenOption => ({
  id,
  letter,
  title,
  cost,
  place,
  upkeepOwner
});
