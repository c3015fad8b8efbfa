// Owns what people voted on, as fingerprints and the audit chain cover it: rule, terms and options as they were frozen.
import type { Canonical } from '#lib/domain/result/fingerprint.ts';
import { frozenOption } from '#lib/domain/vote/frozen-option.ts';
import type { Poll } from './queries.ts';

export const frozenBallot = (poll: Poll): Canonical => ({
  rule: poll.rule,
  terms: JSON.parse(poll.terms) as Canonical,
  options: poll.options.map(frozenOption)
});
