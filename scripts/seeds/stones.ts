// Owns counting the stones of an assembly as two people of the committee do, each for themselves.
import { colourCodes, type ByColour } from '#lib/domain/vote/colours.ts';
import { countLines, fieldName, type HandCount } from '#lib/domain/vote/hand-count.ts';
import { enterCount } from '#lib/server/vote/enter-count.ts';
import type { Poll } from '#lib/server/vote/queries.ts';
import { at, must, type Stand } from './foundations.ts';

/** @param voters how many of each colour were handed stones. @param yes in each option's bowl. @param each held by a voter. */
function countOf(poll: Poll, voters: ByColour<number>, yes: readonly ByColour<number>[]): HandCount {
  const each = poll.kind === 'second-tie' ? 1 : yes.length;
  const lines = countLines('stones', poll.kind, yes.length);
  return Object.fromEntries(
    lines.flatMap((line) =>
      colourCodes.map((colour) => {
        const inBowls = yes.reduce((sum, bowl) => sum + bowl[colour], 0);
        const counted: Readonly<Record<string, number | undefined>> = {
          issued: voters[colour],
          unused: 0,
          discard: each * voters[colour] - inBowls,
          yes: yes[line.option ?? 0]?.[colour]
        };
        return [fieldName(line, colour), counted[line.figure] ?? 0];
      })
    )
  );
}

export type Stones = { readonly voters: ByColour<number>; readonly yes: readonly ByColour<number>[] };

/** Both count the same. @param first what the first person counted at first, where the two had to count again. */
export function enterStones(stand: Stand, poll: Poll, daysAgo: number, { voters, yes }: Stones, first?: Stones): void {
  const rounds = [
    ...(first ? [[first, { voters, yes }]] : []),
    [
      { voters, yes },
      { voters, yes }
    ]
  ] as const;
  rounds.forEach((entries, index) =>
    (['committee', 'second'] as const).forEach((who, order) => {
      const counted = entries[order];
      if (!counted) return;
      const count = countOf(poll, counted.voters, counted.yes);
      const entry = { sitting: poll.sitting.id, round: index + 1, count };
      must(enterCount(at(stand, who, daysAgo), stand.runtime.box, poll, entry));
    })
  );
}
