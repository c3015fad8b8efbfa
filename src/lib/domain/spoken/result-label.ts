// Owns which recorded sentence tells the kind of a result: what was decided, never a figure.
import type { PublishedView } from '#lib/domain/result/published.ts';
import type { SpokenLabel } from '#lib/domain/spoken/labels.ts';

export function resultLabel({ outcome, follows }: Pick<PublishedView, 'outcome' | 'follows'>): SpokenLabel {
  if (outcome.kind !== 'winner') return `outcome-${outcome.kind}`;
  return follows.step === 'ratification' ? 'result-to-ratify' : 'result-chosen';
}
