// Owns whether the figures of a full view can be true together, and whether one is told that is too small to be told.
import type { FullView } from '#lib/domain/result/published.ts';
import { leastBallotsToTell, leastPeopleToTell } from '#lib/domain/result/small-cells.ts';
import type { CountingRule } from '#lib/domain/vote/rules/rule.ts';

export type FigureFinding = 'figures-impossible' | 'small-number-told';

export function impossibleFigures(rule: CountingRule, view: FullView): readonly FigureFinding[] {
  const findings: FigureFinding[] = [];
  if (!canBe(rule, view)) findings.push('figures-impossible');
  if (tellsTooMuch(view)) findings.push('small-number-told');
  return findings;
}

/** The two sizes of each split that is told. */
const splitsOf = ({ turnout: { status, sex } }: FullView): readonly (readonly [number, number])[] => [
  ...(status ? ([[status.hosts, status.returned]] as const) : []),
  ...(sex ? ([[sex.women, sex.men]] as const) : [])
];

function canBe(rule: CountingRule, view: FullView): boolean {
  const { ballots, options } = view;
  const marks = options.reduce((sum, { yes }) => sum + yes, 0);
  if (options.some(({ yes }) => yes > ballots) || (rule.marks === 'one' && marks > ballots)) return false;
  if (splitsOf(view).some(([one, other]) => one + other > ballots)) return false;
  return options.every(({ yes, acceptedByEvery }) => {
    if ((acceptedByEvery !== null) !== rule.tellsAcceptance) return false;
    if (acceptedByEvery === false) return yes < ballots;
    // Each group that accepted gave a third at least, and groups that are told are large enough to gate.
    return acceptedByEvery === null || leastYes(view).every((least) => yes >= least);
  });
}

const third = (ballots: number): number => Math.ceil(ballots / 3);

const leastYes = (view: FullView): readonly number[] => [
  third(view.ballots),
  ...splitsOf(view).map(([one, other]) => third(one) + third(other))
];

/** Ballots without colour are what two sizes leave over: a few of them would be told by subtraction. */
function tellsTooMuch(view: FullView): boolean {
  const told = [view.youth, view.disability, view.disputes].filter((people) => people !== null);
  const sizes = splitsOf(view).flatMap(([one, other]) => [one, other]);
  const rests = splitsOf(view)
    .map(([one, other]) => view.ballots - one - other)
    .filter((rest) => rest > 0);
  return (
    view.ballots < leastBallotsToTell || [...told, ...sizes, ...rests].some((people) => people < leastPeopleToTell)
  );
}
