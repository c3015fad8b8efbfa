// Owns what the public learns of a poll. Never anything by colour or by sitting, yes by group, or combinations of marks.
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { whatFollows, type Follows, type PollKind } from '#lib/domain/vote/polls.ts';
import type { CountingRule, LastRung, Outcome, Rung } from '#lib/domain/vote/rules/rule.ts';
import { groupBallots, type Tally } from '#lib/domain/vote/tally.ts';
import { isAcceptedByEvery, mayTell, splits } from '#lib/domain/result/disclosure.ts';
import { fullReason, smallReason, type Reason } from '#lib/domain/result/reason.ts';
import { leastBallotsToTell, toldIfEnough } from '#lib/domain/result/small-cells.ts';

/** `null` where it was not counted. Presents by colour stay on the sealed sheet and never enter here. */
export type AttendanceTold = {
  readonly youth: number | null;
  readonly disability: number | null;
  readonly disputes: number | null;
};

export type SealedFigures = {
  readonly poll: PollKind;
  readonly rule: CountingRule;
  readonly tally: Tally;
  readonly outcome: Outcome;
  /** On which the frozen tie ladder ends. */
  readonly lastRung: LastRung;
  readonly attendance: AttendanceTold;
};

export type PublishedOutcome = {
  readonly kind: Outcome['kind'];
  readonly winner: OptionId | null;
  readonly tied: readonly OptionId[];
  readonly rung: Rung | null;
};

type Common = {
  readonly poll: PollKind;
  readonly rule: string;
  readonly outcome: PublishedOutcome;
  readonly follows: Follows;
  readonly reason: Reason;
};

/** A second ballot or a ratification that follows is public because people are called to it. */
export type SmallView = Common & { readonly size: 'small'; readonly fewerThan: number };

export type FullView = Common & {
  readonly size: 'full';
  readonly ballots: number;
  readonly options: readonly {
    readonly id: OptionId;
    readonly yes: number;
    /** `null` where one mark was cast, which tells nothing of acceptance. */
    readonly acceptedByEvery: boolean | null;
  }[];
  /** Ballots of each group; `null` stands for both hidden, since the total would give the other away. */
  readonly turnout: {
    readonly status: { readonly hosts: number; readonly returned: number } | null;
    readonly sex: { readonly women: number; readonly men: number } | null;
  };
} & AttendanceTold;

export type PublishedView = SmallView | FullView;

const publishedOutcome = (outcome: Outcome, rung: Rung | null): PublishedOutcome => ({
  kind: outcome.kind,
  winner: outcome.kind === 'winner' ? outcome.winner : null,
  tied: outcome.kind === 'tie' ? outcome.tied : [],
  rung
});

/**
 * Turnout counts ballots, not presents: presents beside ballots would tell by subtraction how many stayed silent, and with
 * both by group, of which group. With both splits shown and no group under five, no colour's size follows from them.
 */
function turnoutOf({ tally, rule }: SealedFigures): FullView['turnout'] {
  const [hosts, returned, women, men] = [...splits.status, ...splits.sex].map((group) => groupBallots(tally, group));
  return {
    status: mayTell(tally, rule, 'status') ? { hosts: hosts ?? 0, returned: returned ?? 0 } : null,
    sex: mayTell(tally, rule, 'sex') ? { women: women ?? 0, men: men ?? 0 } : null
  };
}

/** Also after a lot or a casting vote: then `outcome` is the settled one. */
export function publish(sealed: SealedFigures): PublishedView {
  const { poll, rule, outcome, lastRung, attendance } = sealed;
  const common = { poll, rule: rule.id, follows: whatFollows(poll, outcome, lastRung) };
  if (outcome.ballots < leastBallotsToTell) {
    const reason = smallReason(outcome, rule);
    return {
      ...common,
      size: 'small',
      fewerThan: leastBallotsToTell,
      outcome: publishedOutcome(outcome, null),
      reason
    };
  }
  return {
    ...common,
    size: 'full',
    outcome: publishedOutcome(outcome, outcome.kind === 'winner' ? outcome.rung : null),
    reason: fullReason(outcome, rule, poll),
    ballots: outcome.ballots,
    options: outcome.options.map(({ id, yes }) => ({
      id,
      yes,
      acceptedByEvery: rule.tellsAcceptance ? isAcceptedByEvery(outcome, id) : null
    })),
    turnout: turnoutOf(sealed),
    youth: toldIfEnough(attendance.youth),
    disability: toldIfEnough(attendance.disability),
    disputes: toldIfEnough(attendance.disputes)
  };
}
