// Owns the second way of adding up a hand count, for checks of the first: from the text that was stored, sharing no code with it.
import type { OptionId } from '#lib/domain/shared/ids.ts';

const colours = ['HW', 'HM', 'RW', 'RM'] as const;

/** @param text `{"cast-HW":3,…}` as it was stored. @returns a `Tally`. */
export function countHandsApart(text: string, channel: 'stones' | 'paper' | 'hands', options: readonly OptionId[]) {
  const figure = (name: string): number => Number(new RegExp(`"${name}":(\\d+)[,}]`).exec(text)?.[1] ?? 0);
  const each = (of: (colour: string) => number) => Object.fromEntries(colours.map((colour) => [colour, of(colour)]));
  const voted = (colour: string): number => {
    if (channel === 'stones') return figure(`issued-${colour}`) - figure(`unused-${colour}`);
    const told = figure(`cast-${colour}`);
    return text.includes('"no-') ? figure(`yes-0-${colour}`) + figure(`no-${colour}`) : told;
  };
  return {
    ballots: each(voted),
    uncoloured: 0,
    options: options.map((id, place) => ({
      id,
      yes: each((colour) => figure(`yes-${place}-${colour}`)),
      yesUncoloured: 0
    }))
  };
}
