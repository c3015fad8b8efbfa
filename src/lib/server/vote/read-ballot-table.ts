// Owns reading ballots from a table: a row for each ballot, a column `option:ID` for each option with a mark or nothing, and
// other columns that may say to which group the voter belongs.
import { ok } from '#lib/domain/shared/result.ts';
import type { GivenBallot } from '#lib/domain/vote/count-ballots.ts';
import { asOption, wrongLine, type Line, type ReadElection } from './ballot-lines.ts';

const prefix = 'option:';
const yes = ['1', 'x', 'yes', 'oui'];
const no = ['', '0', 'no', 'non'];

export function readTable([header, ...rows]: readonly Line[], groups: string | null): ReadElection {
  if (!header) return wrongLine('options-missing', 1, '');
  const columns = header.cells.flatMap((name, index) =>
    name.startsWith(prefix) ? [{ index, id: asOption(name.slice(prefix.length).trim()) }] : []
  );
  if (columns.length === 0) return wrongLine('options-missing', header.line, '');
  const twice = columns.find(({ id }, place) => id === '' || columns.findIndex((other) => other.id === id) < place);
  if (twice) return wrongLine('option-repeated', header.line, twice.id);
  const grouping = groups === null ? null : header.cells.indexOf(groups);
  if (grouping !== null && grouping < 0) return wrongLine('group-unknown', header.line, groups ?? '');
  const ballots: GivenBallot[] = [];
  for (const { line, cells } of rows) {
    if (cells.length !== header.cells.length)
      return wrongLine('columns-wrong', line, `${cells.length}/${header.cells.length}`);
    const typed = columns.map(({ index, id }) => ({ id, mark: (cells[index] ?? '').toLowerCase() }));
    const strange = typed.find(({ mark }) => !yes.includes(mark) && !no.includes(mark));
    if (strange) return wrongLine('mark-unknown', line, strange.mark);
    const marks = typed.filter(({ mark }) => yes.includes(mark)).map(({ id }) => id);
    ballots.push({ marks, group: grouping === null ? '' : (cells[grouping] ?? '') });
  }
  return ok({ options: columns.map(({ id }) => id), ballots });
}
