// Owns what a discreet community's result tells before its day: who won and the yes of each, nothing that parts voters in groups.
import type { FullView, PublishedView } from '#lib/domain/result/published.ts';
import type { Reason } from '#lib/domain/result/reason.ts';

/** The rungs under the most yes compare groups. What the outcome itself implies, such as acceptance by each, stays. */
const reasonWithoutGroups = ({ reason, outcome }: FullView): Reason =>
  outcome.rung === null || outcome.rung === 'most-yes' ? reason : { ...reason, code: 'winner-discreet' };

/**
 * Never hashed nor signed: the record holds the whole view. Its fingerprint must stay hidden as long as this stands for it,
 * since with the rest known, six characters single out the figures that are missing.
 */
export function withoutGroups(view: PublishedView): PublishedView {
  if (view.size === 'small') return view;
  return {
    ...view,
    outcome: { ...view.outcome, rung: null },
    reason: reasonWithoutGroups(view),
    options: view.options.map((option) => ({ ...option, acceptedByEvery: null })),
    turnout: { status: null, sex: null },
    youth: null,
    disability: null,
    disputes: null
  };
}
