// Owns what is counted after a restore. It tells nobody how many have voted while a poll is open, but in steps of ten.
import type { Portal } from '../db/portal.ts';
import type { BoxSummary } from '../vote/box-file.ts';

export type Counts = {
  readonly communities: number;
  readonly proposals: number;
  readonly polls: number;
  readonly openPolls: number;
  /** Exact once every poll has closed. */
  readonly cardsUsed: { readonly count: number; readonly exact: boolean };
};

export function countAll({ $client: client }: Portal, boxes: readonly BoxSummary[]): Counts {
  const rows = (table: string) => Number(client.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  const open = boxes.filter(({ state }) => state === 'open');
  const used = (some: readonly BoxSummary[]) => some.reduce((sum, { cast }) => sum + cast, 0);
  const inSteps = open.reduce((sum, { cast }) => sum + Math.floor(cast / 10) * 10, 0);
  return {
    communities: rows('communities'),
    proposals: rows('proposals'),
    polls: rows('polls'),
    openPolls: open.length,
    cardsUsed: { count: used(boxes) - used(open) + inSteps, exact: open.length === 0 }
  };
}
