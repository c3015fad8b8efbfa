// Owns reading a sheet that comes back from reviewers: any of the marks that spreadsheets part cells with, with or without a byte order
// mark, any line end. It refuses a sheet without its columns, and says where a row can not be understood.
import { CsvError, parse } from 'csv-parse/sync';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { ReturnedRow } from '#lib/domain/wording/return-review.ts';
import { columns, guarded, statusWords, type Column } from './columns.ts';

export type SheetRefusal = 'sheet-empty' | 'quotes-wrong' | 'columns-missing' | 'status-unknown' | 'row-incomplete';
export type SheetRow = ReturnedRow & { readonly language: string };

const needed: readonly Column[] = ['language', 'key', 'french', 'text', 'status', 'better'];

type Split = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** Letters composed in one way, so that ɔ̀ or š typed elsewhere is the one that the program searches for. */
const plain = (cell: string): string => cell.replace(/\r\n?/g, '\n').normalize('NFC').trim().replace(guarded, '');

const wrongLine = (code: SheetRefusal, line: number, value: string) => refuse(code, { detail: { line, value } });

function split(text: string): Result<readonly Split[], SheetRefusal> {
  const [first = ''] = text.split(/[\r\n]/, 1);
  const often = (mark: string) => first.split(mark).length;
  const delimiter = [';', ',', '\t'].toSorted((one, other) => often(other) - often(one))[0] ?? ';';
  try {
    const options = { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true } as const;
    return ok(parse(text, options) as unknown as readonly Split[]);
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    return wrongLine('quotes-wrong', Number(thrown['lines'] ?? 1), '');
  }
}

/** Refuses with the line, and the value at fault. */
export function readSheet(text: string): Result<readonly SheetRow[], SheetRefusal> {
  const found = split(text);
  if (!found.ok) return found;
  const [header, ...rows] = found.value;
  if (!header || rows.length === 0) return wrongLine('sheet-empty', 1, '');
  const titles = header.record.map(plain);
  const missing = needed.filter((name) => !titles.includes(columns[name])).map((name) => columns[name]);
  if (missing.length > 0) return wrongLine('columns-missing', 1, missing.join(', '));
  const read: SheetRow[] = [];
  for (const { record, info } of rows) {
    const cell = (name: Column) => plain(record[titles.indexOf(columns[name])] ?? '');
    const wrong = (code: SheetRefusal, value: string) => wrongLine(code, info.lines, value);
    if (record.every((one) => one.trim() === '')) continue;
    if (!cell('key') || !cell('language')) return wrong('row-incomplete', cell('key'));
    const status = cell('status').toLowerCase();
    if (status !== statusWords.draft && status !== statusWords.reviewed) return wrong('status-unknown', status);
    const { language, key, french, better } = Object.fromEntries(
      needed.map((name) => [name, cell(name)] as const)
    ) as Record<Column, string>;
    const reviewed = status === statusWords.reviewed;
    read.push({ line: info.lines, language, key, french, text: cell('text'), reviewed, better });
  }
  return ok(read);
}
