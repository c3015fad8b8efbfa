// Owns what every rule shares: most yes among the eligible, then the tie ladder. Which are eligible is the rule's.
import { rateIn, type Figures } from '#lib/domain/vote/figures.ts';
import { gatesOf } from '#lib/domain/vote/gates.ts';
import { secondBallotSet } from '#lib/domain/vote/second-ballot.ts';
import { figuresOf } from '#lib/domain/vote/tally.ts';
import { breakTie } from '#lib/domain/vote/ties.ts';
import type { CountingRule, OptionFigures, Outcome, Verdict } from '#lib/domain/vote/rules/rule.ts';

type Judgement = {
  isEligible(option: Omit<OptionFigures<string>, 'eligible'>, ballots: number): boolean;
  needsRatification?(yes: number, ballots: number): boolean;
};

function verdict(
  figures: Figures<string>,
  options: readonly OptionFigures<string>[],
  ballots: number,
  rule: Judgement
): Verdict {
  if (ballots === 0) return { kind: 'no-ballots' };
  const eligible = options.filter((option) => option.eligible);
  const most = Math.max(...eligible.map((option) => option.yes));
  const level = eligible.filter((option) => option.yes === most).map((option) => option.id);
  const ratification = rule.needsRatification?.(most, ballots) ?? false;
  const [first, ...others] = level;
  if (!first) return { kind: 'none-eligible', secondBallot: secondBallotSet(figures) };
  if (others.length === 0) return { kind: 'winner', winner: first, rung: 'most-yes', ratification };
  const broken = breakTie(figures, level);
  if ('winner' in broken) return { kind: 'winner', ...broken, ratification };
  return { kind: 'tie', tied: broken.stillTied, secondBallot: broken.stillTied };
}

function decideByMostYes<Group extends string>(figures: Figures<Group>, rule: Judgement): Outcome<Group> {
  const [everybody] = figures.groups;
  const { ballots } = everybody;
  const options = figures.options.map((id) => {
    const counted = { id, yes: rateIn(everybody, id).yes, gates: gatesOf(figures, id) };
    return { ...counted, eligible: rule.isEligible(counted, ballots) };
  });
  return { ...verdict(figures, options, ballots, rule), ballots, options };
}

/** What a rule's file says of it, completed by the count that all share. */
export const ruleOf = <const About extends Omit<CountingRule, 'decide' | 'decideBy'>>(
  about: About,
  judgement: Judgement
): About & CountingRule => ({
  ...about,
  decide: (tally) => decideByMostYes(figuresOf(tally), judgement),
  decideBy: (figures) => decideByMostYes(figures, judgement)
});
