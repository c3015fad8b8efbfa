// Owns what the desk's own minutes of a counted poll say, line by line. They are printed, signed and kept sealed; nothing of them
// is answered before the count, nor to anybody but the desk.
import type { Portal } from '../db/portal.ts';
import { fullNotes } from './minutes-notes.ts';
import { objectionsTo } from './objections.ts';
import { leftOffOf, sealedResult, type Poll } from './queries.ts';
import type { SealedCount } from './seal-result.ts';
import { sittingFigures } from './sitting-figures.ts';
import { whySheet } from './why-sheet.ts';

/** @param project as the settings name it. @returns null where nothing is counted yet. */
export function fullMinutes(db: Portal, project: string, poll: Poll) {
  const [sheet, result] = [whySheet(db, poll), sealedResult(db, poll.id)];
  if (!sheet || !result) return null;
  const count = JSON.parse(result.sealed) as SealedCount;
  return {
    ...sheet,
    number: poll.number,
    sittings: sittingFigures(db, poll, count),
    rung: count.outcome.kind === 'winner' ? count.outcome.rung : null,
    proposed: poll.options.map(({ id, cost, proposerGroup }) => ({ id, cost, groups: proposerGroup.split(',') })),
    leftOff: leftOffOf(db, poll.id),
    objections: objectionsTo(db, poll.id),
    notes: fullNotes(db, project, poll)
  };
}
