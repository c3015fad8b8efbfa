// Owns the second way of adding up what phones handed in, for checks of the first: sums in SQL over the texts, sharing no code with it.
import type { OptionId, SittingId } from '#lib/domain/shared/ids.ts';
import type { Tally } from '#lib/domain/vote/tally.ts';
import type { Portal } from '../db/portal.ts';

/** @param optionIds in the order of the ballot. */
export function countEnvelopesApart(
  { $client: client }: Portal,
  sitting: SittingId,
  optionIds: readonly OptionId[]
): Tally {
  const sum = (path: string): number =>
    client
      .prepare<[string, string], number>(
        'SELECT coalesce(sum(json_extract(text, ?)), 0) FROM envelopes WHERE counts_at = ?'
      )
      .pluck()
      .get(`$.envelope.counts.tally.${path}`, sitting) as number;
  const byColour = (path: string) => ({
    HW: sum(`${path}.HW`),
    HM: sum(`${path}.HM`),
    RW: sum(`${path}.RW`),
    RM: sum(`${path}.RM`)
  });
  return {
    ballots: byColour('ballots'),
    uncoloured: sum('uncoloured'),
    options: optionIds.map((id, place) => ({
      id,
      yes: byColour(`options[${place}].yes`),
      yesUncoloured: sum(`options[${place}].yesUncoloured`)
    }))
  };
}
