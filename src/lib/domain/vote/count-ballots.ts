// Owns counting ballots of any electorate by a rule: what is repaired, what is spoiled, which groups gate. It refuses an id that
// is not on the ballot.
import type { OptionId } from '#lib/domain/shared/ids.ts';
import type { Figures, GroupFigures } from '#lib/domain/vote/figures.ts';
import { countingRules, type RuleId } from '#lib/domain/vote/rules/index.ts';
import type { Outcome } from '#lib/domain/vote/rules/rule.ts';
import { leastBallotsToGate } from '#lib/domain/vote/tally.ts';

/** `group` is '' for a ballot that belongs to none. */
export type GivenBallot = { readonly marks: readonly OptionId[]; readonly group: string };
export type Election = { readonly options: readonly OptionId[]; readonly ballots: Iterable<GivenBallot> };

export type Counted = {
  readonly outcome: Outcome<string>;
  /** Ballots in which one id stood more than once: it counts once. */
  readonly repaired: number;
  /** Ballots with more marks than the rule allows: they count nowhere. */
  readonly spoiled: number;
};

type Growing = { readonly group: string; ballots: number; readonly yes: Map<OptionId, number> };

/** How everybody is called among the groups; a value of a column can not be empty. */
export const everybody = '';

/** @throws where a ballot names an option that is not on it. */
export function countBallots(rule: RuleId, { options, ballots }: Election): Counted {
  const counts = { repaired: 0, spoiled: 0 };
  const begin = (group: string): Growing => ({ group, ballots: 0, yes: new Map(options.map((id) => [id, 0])) });
  const all = begin(everybody);
  const groups = new Map<string, Growing>();
  for (const { marks, group } of ballots) {
    const once = new Set(marks);
    if (once.size < marks.length) counts.repaired += 1;
    if (countingRules[rule].marks === 'one' && once.size > 1) {
      counts.spoiled += 1;
      continue;
    }
    add(all, once);
    if (group === '') continue;
    const own = groups.get(group) ?? begin(group);
    groups.set(group, own);
    add(own, once);
  }
  const gating = [...groups.values()].filter((group) => group.ballots >= leastBallotsToGate);
  return { ...counts, outcome: countingRules[rule].decideBy(figuresOf(options, all, gating)) };
}

function add(group: Growing, marks: ReadonlySet<OptionId>): void {
  group.ballots += 1;
  for (const id of marks) {
    const before = group.yes.get(id);
    if (before === undefined) throw new Error(`A ballot names ${id}, which is not on the ballot`);
    group.yes.set(id, before + 1);
  }
}

const figuresOf = (
  options: readonly OptionId[],
  all: GroupFigures<string>,
  gating: readonly GroupFigures<string>[]
): Figures<string> => ({ options, groups: [all, ...gating] });

/**
 * What is put to the people once more: the tied, or by rule 6 what the group that refuses most refuses least. Only the default
 * rule has gates that could leave nothing eligible among several options.
 */
export function nextBallot(rule: RuleId, { outcome }: Counted): readonly OptionId[] {
  if (outcome.kind === 'tie') return outcome.tied;
  const several = outcome.options.length > 1;
  return outcome.kind === 'none-eligible' && rule === 'accepted-by-all' && several ? outcome.secondBallot : [];
}
