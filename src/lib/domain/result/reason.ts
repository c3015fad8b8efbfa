// Owns the one sentence that says why, as a code and its values. It is made of figures that are published anyway.
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { isToRatify, type PollKind } from '#lib/domain/vote/polls.ts';
import type { CountingRule, Outcome } from '#lib/domain/vote/rules/rule.ts';

/** `code` is a message key under `reason.`; an absent value is one that the sentence does not need. */
export type Reason = {
  readonly code: string;
  readonly winner: OptionId | null;
  readonly options: readonly OptionId[];
  readonly yes: number | null;
  readonly ballots: number | null;
};

const sentence = (code: string, values: Partial<Omit<Reason, 'code'>> = {}): Reason => ({
  code,
  winner: null,
  options: [],
  yes: null,
  ballots: null,
  ...values
});

/** From 20 ballots on. */
export function fullReason(outcome: Outcome, rule: CountingRule, poll: PollKind): Reason {
  const { ballots, options } = outcome;
  const yesOf = (id: OptionId): number => options.find((option) => option.id === id)?.yes ?? 0;
  switch (outcome.kind) {
    case 'no-ballots':
      return sentence('no-ballots');
    case 'none-eligible':
      return sentence(rule.reasons.noneEligible, { ballots, yes: Math.max(0, ...options.map(({ yes }) => yes)) });
    case 'tie':
      return sentence('tie', { options: outcome.tied, yes: Math.max(0, ...outcome.tied.map(yesOf)), ballots });
    case 'winner': {
      const plain = isToRatify(poll, outcome) ? 'winner-to-ratify' : rule.reasons.winner;
      const code = outcome.rung === 'most-yes' ? plain : `winner-${outcome.rung}`;
      return sentence(code, { winner: outcome.winner, yes: yesOf(outcome.winner), ballots });
    }
  }
}

/** Below 20: no figure, no rung. */
export function smallReason(outcome: Outcome, rule: CountingRule): Reason {
  switch (outcome.kind) {
    case 'no-ballots':
      return sentence('no-ballots');
    case 'none-eligible':
      return sentence(`small-${rule.reasons.noneEligible}`);
    case 'tie':
      return sentence('small-tie', { options: outcome.tied });
    case 'winner':
      return sentence('small-winner', { winner: outcome.winner });
  }
}

/** The placeholders of the sentence. `nameOf` words an option, `listOf` joins several in the page's language. */
export const reasonPlaceholders = (
  reason: Reason,
  nameOf: (id: OptionId) => string,
  listOf: (names: readonly string[]) => string
): Record<string, string | number> => ({
  winner: reason.winner === null ? '' : nameOf(reason.winner),
  options: listOf(reason.options.map(nameOf)),
  yes: reason.yes ?? '',
  no: reason.yes === null || reason.ballots === null ? '' : reason.ballots - reason.yes,
  ballots: reason.ballots ?? ''
});
