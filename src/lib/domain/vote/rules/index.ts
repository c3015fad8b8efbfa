// Owns the list of rules a community may choose. A new rule is one file and one line here; the contract test runs on it.
import { acceptedByAll } from '#lib/domain/vote/rules/accepted-by-all.ts';
import { approval } from '#lib/domain/vote/rules/approval.ts';
import { plurality } from '#lib/domain/vote/rules/plurality.ts';
import type { CountingRule } from '#lib/domain/vote/rules/rule.ts';

export const countingRules = {
  'accepted-by-all': acceptedByAll,
  approval,
  plurality
} as const satisfies Record<string, CountingRule>;

export type RuleId = keyof typeof countingRules;
export const ruleIds = Object.keys(countingRules) as RuleId[];
export const defaultRule: RuleId = 'accepted-by-all';

export const isRuleId = (text: string): text is RuleId => Object.hasOwn(countingRules, text);
