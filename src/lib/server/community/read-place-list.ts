// Owns reading a list of places from CSV. A list with one wrong row is refused whole, and every wrong row is named.
import { CsvError, parse } from 'csv-parse/sync';
import type { ListedPlace } from '#lib/domain/community/place-changes.ts';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { isReadableName, readCode, readPosition, type CellProblem } from './place-cells.ts';
import { recognisePlaceColumns, type PlaceColumns } from './place-columns.ts';

export type Reason =
  | CellProblem
  | 'header-unknown'
  | 'list-empty'
  | 'quotes-wrong'
  | 'columns-wrong'
  | 'coordinates-wrong'
  | 'code-differs'
  | 'parent-wrong';

/** What is wrong in one line of the file, with the value at fault. */
export type Problem = { readonly line: number; readonly reason: Reason; readonly value: string };

export type PlaceList = {
  readonly places: ReadonlyMap<PCode, ListedPlace>;
  /** The line where each code stood first. */
  readonly lines: ReadonlyMap<PCode, number>;
};
type Read =
  { readonly ok: true; readonly list: PlaceList } | { readonly ok: false; readonly problems: readonly Problem[] };
type Row = { readonly line: number; readonly cells: readonly string[] };
type Note = (reason: Reason, value: string) => void;

export function readPlaceList(csvText: string): Read {
  const refused = (line: number, reason: Reason, value: string): Read => ({
    ok: false,
    problems: [{ line, reason, value }]
  });
  const split = splitRows(csvText);
  if (!split.ok) return refused(split.line, 'quotes-wrong', split.value);
  const [header, ...rows] = split.rows;
  if (!header) return refused(1, 'list-empty', '');
  const columns = recognisePlaceColumns(header.cells);
  if (!columns) return refused(header.line, 'header-unknown', header.cells.join(', ').slice(0, 200));
  if (rows.length === 0) return refused(header.line, 'list-empty', '');
  const problems: Problem[] = [];
  const places = new Map<PCode, ListedPlace>();
  const lines = new Map<PCode, number>();
  for (const { line, cells } of rows) {
    const note: Note = (reason, value) => problems.push({ line, reason, value });
    for (const place of readRow(columns, cells, note)) {
      const before = places.get(place.pcode);
      if (before && differs(before, place))
        note('code-differs', `${place.pcode}, line ${lines.get(place.pcode) ?? '?'}`);
      if (before) continue;
      places.set(place.pcode, place);
      lines.set(place.pcode, line);
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, list: { places, lines } };
}

type Split = { ok: true; rows: Row[] } | { ok: false; line: number; value: string };

/** French spreadsheets part columns by semicolons; the header tells. */
function splitRows(csvText: string): Split {
  const rows: Row[] = [];
  const firstLine = /^[^\r\n]*/.exec(csvText)?.[0] ?? '';
  const on_record = (cells: string[], { lines }: { readonly lines: number }): null => {
    rows.push({ line: lines, cells });
    return null;
  };
  try {
    const delimiter = firstLine.split(';').length > firstLine.split(',').length ? ';' : ',';
    parse(csvText, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: true, on_record });
    return { ok: true, rows };
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const line = Number(thrown['lines'] ?? rows.at(-1)?.line ?? 1);
    return { ok: false, line, value: thrown.code };
  }
}

/** The places that a row names, from its region to its own; none when the row is wrong. */
function readRow(columns: PlaceColumns, cells: readonly string[], note: Note): readonly ListedPlace[] {
  if (cells.length !== columns.count) return (note('columns-wrong', `${cells.length} for ${columns.count}`), []);
  const at = (index: number | null): string => (index === null ? '' : (cells[index] ?? ''));
  const own = columns.levels.at(-1)?.level;
  const position = readPosition(at(columns.latitude), at(columns.longitude));
  if (position === undefined) note('coordinates-wrong', `${at(columns.latitude)}, ${at(columns.longitude)}`);
  const chain: ListedPlace[] = [];
  for (const { level, code, name } of columns.levels) {
    const pcode = readCode(at(code), level, note);
    const readable = isReadableName(at(name), note);
    if (!pcode || !readable) return [];
    const more = level === own ? { alternative: at(columns.alternative) || null, position: position ?? null } : unsaid;
    chain.push({ pcode, level, name: at(name), parent: chain.at(-1)?.pcode ?? null, ...more });
  }
  return chain;
}

const unsaid = { alternative: null, position: null } as const;

const differs = (one: ListedPlace, other: ListedPlace): boolean =>
  one.name !== other.name ||
  one.parent !== other.parent ||
  one.alternative !== other.alternative ||
  one.position?.latitude !== other.position?.latitude ||
  one.position?.longitude !== other.position?.longitude;
