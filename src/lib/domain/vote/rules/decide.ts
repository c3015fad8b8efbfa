// Owns what every rule shares: most yes among the eligible, then the tie ladder. Which are eligible is the rule's.
import { gatesOf } from '#lib/domain/vote/gates.ts';
import { secondBallotSet } from '#lib/domain/vote/second-ballot.ts';
import { groupBallots, groupYes, type Tally } from '#lib/domain/vote/tally.ts';
import { breakTie } from '#lib/domain/vote/ties.ts';
import type { OptionFigures, Outcome, Verdict } from '#lib/domain/vote/rules/rule.ts';

type Judgement = {
  isEligible(option: Omit<OptionFigures, 'eligible'>, ballots: number): boolean;
  needsRatification?(yes: number, ballots: number): boolean;
};

function verdict(tally: Tally, options: readonly OptionFigures[], ballots: number, rule: Judgement): Verdict {
  if (ballots === 0) return { kind: 'no-ballots' };
  const eligible = options.filter((option) => option.eligible);
  const most = Math.max(...eligible.map((option) => option.yes));
  const level = eligible.filter((option) => option.yes === most).map((option) => option.id);
  const ratification = rule.needsRatification?.(most, ballots) ?? false;
  const [first, ...others] = level;
  if (!first) return { kind: 'none-eligible', secondBallot: secondBallotSet(tally) };
  if (others.length === 0) return { kind: 'winner', winner: first, rung: 'most-yes', ratification };
  const broken = breakTie(tally, level);
  if ('winner' in broken) return { kind: 'winner', ...broken, ratification };
  return { kind: 'tie', tied: broken.stillTied, secondBallot: broken.stillTied };
}

export function decideByMostYes(tally: Tally, rule: Judgement): Outcome {
  const ballots = groupBallots(tally, 'everybody');
  const options = tally.options.map((option) => {
    const figures = { id: option.id, yes: groupYes(option, 'everybody'), gates: gatesOf(tally, option) };
    return { ...figures, eligible: rule.isEligible(figures, ballots) };
  });
  return { ...verdict(tally, options, ballots, rule), ballots, options };
}
