// Owns splitting a file of ballots into lines of cells, and saying which line can not be understood.
import { CsvError, parse } from 'csv-parse/sync';
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Election } from '#lib/domain/vote/count-ballots.ts';

export type BallotFileRefusal =
  | 'quotes-wrong'
  | 'section-missing'
  | 'column-missing'
  | 'columns-wrong'
  | 'vote-type-unknown'
  | 'options-missing'
  | 'option-repeated'
  | 'option-unknown'
  | 'mark-unknown'
  | 'group-unknown';

/** One line of the file, cells without the spaces around them. */
export type Line = { readonly line: number; readonly cells: readonly string[] };
export type ReadElection = Result<Election, BallotFileRefusal>;

export const asOption = (id: string): OptionId => id as OptionId;

/** Refuses with the line, and the value at fault. */
export const wrongLine = (code: BallotFileRefusal, line: number, value: string) =>
  refuse(code, { detail: { line, value } });

/** Names of projects hold quotation marks that nobody doubled. */
const reading = {
  info: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  trim: true
} as const;

export function splitLines(text: string, delimiter: ';' | ','): Result<readonly Line[], BallotFileRefusal> {
  try {
    const rows = parse(text, { ...reading, delimiter }) as unknown as readonly {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    return ok(rows.map(({ record, info }) => ({ line: info.lines, cells: record })));
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    return wrongLine('quotes-wrong', Number(thrown['lines'] ?? 1), '');
  }
}
