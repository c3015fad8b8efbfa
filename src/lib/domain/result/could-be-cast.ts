// Owns whether any ballots at all have the sums by group that a count has. How they fall on the four colours is not asked: what is
// told of groups must not depend on what nobody is told.
import { groupYes, type OptionTally, type Tally } from '#lib/domain/vote/tally.ts';
import { sumOver } from '#lib/domain/vote/colours.ts';

/** How many ballots of each colour there would be with so many returned women; the groups leave no other choice. */
function cells({ ballots }: Tally, returnedWomen: number) {
  const women = sumOver('women', ballots) - returnedWomen;
  return {
    RW: returnedWomen,
    RM: sumOver('returned', ballots) - returnedWomen,
    HW: women,
    HM: sumOver('hosts', ballots) - women
  };
}

/** Whether the yes of these options, each ballot giving at most one of them, can be cast in these cells. */
function fits(options: readonly OptionTally[], { RW, RM, HW, HM }: ReturnType<typeof cells>): boolean {
  let [least, most] = [0, 0];
  let [hosts, returned, women] = [0, 0, 0];
  for (const option of options) {
    const [h, r, w] = [groupYes(option, 'hosts'), groupYes(option, 'returned'), groupYes(option, 'women')];
    least += Math.max(0, w - h);
    most += Math.min(r, w);
    [hosts, returned, women] = [hosts + h, returned + r, women + w];
  }
  // The yes of returned women alone is free; each cell bounds it.
  return Math.max(least, returned - RM, women - HW) <= Math.min(most, RW, HM - hosts + women);
}

/** @param marks with `many` each option is a question of its own, with `one` all share the ballots. */
export function couldBeCast(tally: Tally, marks: 'many' | 'one'): boolean {
  const questions = marks === 'many' ? tally.options.map((option) => [option]) : [tally.options];
  const groups = ['hosts', 'returned', 'women', 'men'] as const;
  if (tally.options.some((option) => groups.some((group) => groupYes(option, group) < 0))) return false;
  const most = Math.min(sumOver('women', tally.ballots), sumOver('returned', tally.ballots));
  for (let women = 0; women <= most; women++) {
    const cell = cells(tally, women);
    if (cell.HM >= 0 && questions.every((options) => fits(options, cell))) return true;
  }
  return false;
}
