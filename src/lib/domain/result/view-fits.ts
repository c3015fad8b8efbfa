// Owns whether a published view can be true of a ballot: its figures, and the outcome as far as published figures decide it.
// Which of two level options the groups preferred stays sealed, so there it only refuses what can not be.
import { canonicalJson } from '#lib/domain/result/fingerprint.ts';
import { impossibleFigures, type FigureFinding } from '#lib/domain/result/figures-fit.ts';
import type { FullView, PublishedView } from '#lib/domain/result/published.ts';
import { fullReason, smallReason } from '#lib/domain/result/reason.ts';
import type { OptionId } from '#lib/domain/shared/ids.ts';
import type { Figures } from '#lib/domain/vote/figures.ts';
import { ruleOfPoll, whatFollows, type PollKind } from '#lib/domain/vote/polls.ts';
import { isRuleId } from '#lib/domain/vote/rules/index.ts';
import {
  lastRungs,
  type CountingRule,
  type LastRung,
  type Outcome,
  type Rung,
  type Verdict
} from '#lib/domain/vote/rules/rule.ts';

export type ViewFinding =
  | FigureFinding
  | 'rule-unknown'
  | 'rule-differs'
  | 'ladder-unknown'
  | 'options-differ'
  | 'winner-not-on-ballot'
  | 'outcome-differs'
  | 'follows-differs'
  | 'reason-differs';

/** What the ballot says that a result depends on. */
export type BallotTerms = {
  readonly rule: string;
  readonly options: readonly OptionId[];
  /** `lastRungOf` its terms. */
  readonly lastRung: LastRung | null;
};

/** @returns everything that can not be, each once; nothing where the view may be true. */
export function whatDoesNotFit(poll: PollKind, ballot: BallotTerms, view: PublishedView): readonly ViewFinding[] {
  if (!isRuleId(ballot.rule)) return ['rule-unknown'];
  const rule = ruleOfPoll(poll, ballot.rule);
  if (view.rule !== rule.id || view.poll !== poll) return ['rule-differs'];
  const { lastRung } = ballot;
  if (lastRung === null) return ['ladder-unknown'];
  if (!isSame(ballot.options, new Set(ballot.options))) return ['options-differ'];
  if (view.size === 'full' && !isSame(ballot.options, new Set(view.options.map(({ id }) => id))))
    return ['options-differ'];
  const { winner, tied } = view.outcome;
  const named = [winner ?? [], tied, view.reason.winner ?? [], view.reason.options].flat();
  if (named.some((id) => !ballot.options.includes(id))) return ['winner-not-on-ballot'];
  const impossible = view.size === 'full' ? impossibleFigures(rule, view) : [];
  if (impossible.length > 0) return impossible;
  return afterTheFigures(poll, rule, { options: ballot.options, lastRung }, view);
}

const isSame = (ids: readonly OptionId[], others: ReadonlySet<OptionId>): boolean =>
  ids.length === others.size && ids.every((id) => others.has(id));

type Agreed = { readonly options: readonly OptionId[]; readonly lastRung: LastRung };

function afterTheFigures(
  poll: PollKind,
  rule: CountingRule,
  agreed: Agreed,
  view: PublishedView
): readonly ViewFinding[] {
  const { options, lastRung } = agreed;
  const verdict = verdictOf(poll, rule, agreed, view);
  if (!verdict) return ['outcome-differs'];
  const figures = view.size === 'full' ? view.options : options.map((id) => ({ id, yes: 0 }));
  const ballots = view.size === 'full' ? view.ballots : 0;
  const outcome: Outcome = {
    ...verdict,
    ballots,
    options: figures.map(({ id, yes }) => ({ id, yes, eligible: false, gates: [] }))
  };
  const reason = view.size === 'full' ? fullReason(outcome, rule, poll) : smallReason(outcome, rule);
  const findings: ViewFinding[] = [];
  if (canonicalJson(whatFollows(poll, verdict, lastRung)) !== canonicalJson(view.follows))
    findings.push('follows-differs');
  if (canonicalJson(reason) !== canonicalJson(view.reason)) findings.push('reason-differs');
  return findings;
}

/** The verdict that the view tells, or null where its figures, or its own parts, tell another. */
function verdictOf(
  poll: PollKind,
  rule: CountingRule,
  { options, lastRung }: Agreed,
  view: PublishedView
): Verdict | null {
  const { kind, winner, tied, rung } = view.outcome;
  const level = view.size === 'full' ? mostYes(rule, view) : null;
  const isLevel = (ids: readonly OptionId[]): boolean => !level || ids.every((id) => level.includes(id));
  switch (kind) {
    case 'no-ballots':
      return view.size === 'full' || winner || rung || tied.length > 0 ? null : { kind };
    case 'none-eligible': {
      if (winner || rung || tied.length > 0 || (level && level.length > 0)) return null;
      const again = view.follows.step === 'second-ballot' ? view.follows.options : [];
      const enough = poll !== 'first' || again.length >= Math.min(2, options.length);
      return enough && isSubset(again, options) ? { kind, secondBallot: again } : null;
    }
    case 'tie':
      if (winner || rung || tied.length < 2 || !isSubset(tied, options) || !isLevel(tied)) return null;
      return { kind, tied, secondBallot: tied };
    case 'winner': {
      if (!winner || tied.length > 0 || !isLevel([winner])) return null;
      if (view.size === 'small') {
        const ratification = view.follows.step === 'ratification';
        return rung === null ? { kind, winner, rung: 'most-yes', ratification } : null;
      }
      if (rung === null || (rung === 'most-yes') !== (level?.length === 1)) return null;
      // People draw a lot, or hear a casting vote, only after a second ballot, and only as they agreed.
      if (isLast(rung))
        return poll === 'first' || rung !== lastRung ? null : { kind, winner, rung, ratification: false };
      const alone = rule.decideBy(figuresOf(view, [winner]));
      return { kind, winner, rung, ratification: alone.kind === 'winner' && alone.ratification };
    }
  }
}

const isLast = (rung: Rung): rung is LastRung => lastRungs.some((last) => last === rung);

const isSubset = (ids: readonly OptionId[], of: readonly OptionId[]): boolean =>
  new Set(ids).size === ids.length && ids.every((id) => of.includes(id));

/** The options that the rule lets win, by published figures, with the most yes among them. */
function mostYes(rule: CountingRule, view: FullView): readonly OptionId[] {
  const figures = figuresOf(
    view,
    view.options.map(({ id }) => id)
  );
  const eligible = rule.decideBy(figures).options.filter((option) => option.eligible);
  const most = Math.max(...eligible.map(({ yes }) => yes));
  return eligible.filter(({ yes }) => yes === most).map(({ id }) => id);
}

/** Everybody, and one made-up group that stands for those not told: it said no to whatever a group is known to have refused. */
function figuresOf({ ballots, options }: FullView, ids: readonly OptionId[]): Figures<'everybody' | 'not-told'> {
  const yes = (refused: boolean) =>
    new Map(options.map((option) => [option.id, refused && option.acceptedByEvery === false ? 0 : option.yes]));
  return {
    options: ids,
    groups: [
      { group: 'everybody', ballots, yes: yes(false) },
      { group: 'not-told', ballots, yes: yes(true) }
    ]
  };
}
