// Owns the shape of a frozen ballot that came from elsewhere: rule, terms and options. It refuses terms that nobody could have agreed
// on: a phone that counted by half of them would announce a winner that the server does not know.
import { exactly, isCount, isText, isWhole, listOf, oneOf, type Guard } from '#lib/domain/shared/shape.ts';
import { isOptionId } from '#lib/domain/shared/id-guards.ts';
import type { FrozenOption } from '#lib/domain/vote/frozen-option.ts';
import { gateGroupCodes } from '#lib/domain/vote/colours.ts';
import { optionMarks } from '#lib/domain/vote/options.ts';
import { whyCannotUseQuorum } from '#lib/domain/vote/quorum.ts';
import { ruleIds, type RuleId } from '#lib/domain/vote/rules/index.ts';
import { lastRungOf, type FrozenTerms } from '#lib/domain/vote/terms.ts';

const settings = exactly({
  womenPercent: isCount,
  statusEnough: isCount,
  statusLeast: isCount,
  householdsPercent: isCount,
  mostAsked: isCount
});

const common = {
  rule: oneOf(ruleIds),
  groups: listOf(oneOf(gateGroupCodes), 1),
  quorum: settings,
  ties: listOf(isText, 4, 4)
};
const isTermsShape = exactly(common);
const isTermsWithOffice = exactly({ ...common, castingVoteOf: isText });

const isTerms: Guard<FrozenTerms> = (value): value is FrozenTerms => {
  if (!isTermsShape(value) && !isTermsWithOffice(value)) return false;
  const climbs = value.ties.slice(0, 3).join() === 'lowest-rate,leximin,second-ballot';
  return climbs && lastRungOf(value) !== null && whyCannotUseQuorum(value.quorum) === null;
};

const isOption = exactly({
  id: isOptionId,
  letter: oneOf(optionMarks.map(({ letter }) => letter)),
  title: isText,
  cost: isWhole,
  place: isText,
  upkeepOwner: isText
});

const isBallotShape = exactly({ rule: oneOf(ruleIds), terms: isTerms, options: listOf(isOption, 1, 5) });

export type PackBallot = {
  readonly rule: RuleId;
  readonly terms: FrozenTerms;
  readonly options: readonly FrozenOption[];
};

export const isBallot: Guard<PackBallot> = (value): value is PackBallot =>
  isBallotShape(value) &&
  value.rule === value.terms.rule &&
  new Set(value.options.map(({ id }) => id)).size === value.options.length;
