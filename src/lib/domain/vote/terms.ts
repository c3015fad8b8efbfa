// Owns what a community agrees on before the first vote beside its projects: rule, groups, quorum and tie ladder. It refuses terms
// that nobody could keep, and a casting vote that names no office.
import type { Refusal } from '#lib/domain/shared/result.ts';
import { gateGroupCodes, type GateGroup } from '#lib/domain/vote/colours.ts';
import { defaultQuorum, whyCannotUseQuorum, type QuorumRefusal, type QuorumSettings } from '#lib/domain/vote/quorum.ts';
import { defaultRule, type RuleId } from '#lib/domain/vote/rules/index.ts';
import { lastRungs, type LastRung } from '#lib/domain/vote/rules/rule.ts';

/** Frozen with the ballot, covered by its fingerprint and printed in the minutes. */
export type FrozenTerms = {
  readonly rule: RuleId;
  readonly groups: readonly GateGroup[];
  readonly quorum: QuorumSettings;
  readonly ties: readonly ['lowest-rate', 'leximin', 'second-ballot', LastRung];
  /** The office whose holder decides after a second tie, such as "chef de village"; there where the ladder ends in it. */
  readonly castingVoteOf?: string;
};

/** What two people say of it when they freeze. `office` is empty where a lot decides. */
export type AgreedTerms = {
  readonly quorum: QuorumSettings;
  readonly lastRung: LastRung;
  readonly office: string;
};

export const longestOffice = 80;

export const agreedByDefault: AgreedTerms = { quorum: defaultQuorum, lastRung: 'lot', office: '' };

type TermsRefusal = QuorumRefusal | 'office-needed' | 'office-without-casting-vote' | 'text-too-long';

/** An office beside a lot is refused, not dropped: the two people may have forgotten the choice above it. */
export function whyCannotUseTerms({ quorum, lastRung, office }: AgreedTerms): Refusal<TermsRefusal> | null {
  const field = 'office';
  const named = office.trim() !== '';
  if (lastRung === 'casting-vote' && !named) return { code: 'office-needed', field };
  if (lastRung === 'lot' && named) return { code: 'office-without-casting-vote', field };
  if (office.trim().length > longestOffice)
    return { code: 'text-too-long', field, detail: { 'office.limit': longestOffice } };
  return whyCannotUseQuorum(quorum);
}

export const freezeTerms = (rule: RuleId, { quorum, lastRung, office }: AgreedTerms): FrozenTerms => ({
  rule,
  groups: gateGroupCodes,
  quorum,
  ties: ['lowest-rate', 'leximin', 'second-ballot', lastRung],
  // Absent and not empty: terms without a casting vote stay the text that they were before there was one.
  ...(lastRung === 'casting-vote' ? { castingVoteOf: office.trim().replace(/\s+/g, ' ') } : {})
});

/** @param stored JSON of a poll. A member that was not written then is what held for everybody then. */
export const readTerms = (stored: string): FrozenTerms => ({
  ...freezeTerms(defaultRule, agreedByDefault),
  ...(JSON.parse(stored) as Partial<FrozenTerms>)
});

/**
 * What ends the ladder of terms that come from anywhere. Where no ladder is told it is the lot, as it was for everybody before.
 * @returns null where the ladder ends in nothing known, or office and ladder contradict each other.
 */
export function lastRungOf(terms: unknown): LastRung | null {
  const { ties, castingVoteOf } = (terms ?? {}) as { readonly ties?: unknown; readonly castingVoteOf?: unknown };
  const last: unknown = ties === undefined ? 'lot' : Array.isArray(ties) ? ties.at(-1) : null;
  const rung = lastRungs.find((known) => known === last) ?? null;
  const named = typeof castingVoteOf === 'string' && castingVoteOf.trim() !== '';
  const fits = rung === 'casting-vote' ? named : castingVoteOf === undefined;
  return fits ? rung : null;
}
