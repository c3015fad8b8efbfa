// Owns taking back a sheet that reviewers filled in: which texts and agreements change, or everything that keeps it from being taken.
// All or nothing. It refuses what was written beside another French, or over words that have changed since.
import { formOf, frenchOf, hasStrayBraces, markOf, placeholdersOf, type CatalogueOf } from './sentences.ts';

/** One row of the sheet, as it came back. `line` is where it stands in the file. */
export type ReturnedRow = {
  readonly line: number;
  readonly key: string;
  readonly french: string;
  readonly text: string;
  readonly reviewed: boolean;
  readonly better: string;
};

export type RowProblem = {
  readonly line: number;
  readonly reason:
    | 'key-unknown'
    | 'key-repeated'
    | 'french-changed'
    | 'text-changed'
    | 'text-controls'
    | 'placeholders-differ'
    | 'braces-stray';
  readonly value: string;
};

export type Change = { readonly key: string; readonly before: string; readonly after: string };
export type Returned =
  | {
      readonly ok: true;
      readonly catalogue: CatalogueOf;
      readonly texts: readonly Change[];
      readonly agreed: readonly string[];
      readonly doubted: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** Line breaks are a text's own; nothing else that can not be seen is. */
const isControl = (sign: string): boolean => {
  const code = sign.codePointAt(0) ?? 0;
  return (code < 0x20 && sign !== '\n') || (code >= 0x7f && code < 0xa0) || (code >= 0x202a && code <= 0x202e);
};

function whyNot(row: ReturnedRow, catalogue: CatalogueOf, source: string): RowProblem['reason'] | null {
  const now = catalogue.messages[row.key];
  if (row.french !== source) return 'french-changed';
  const takesWords = row.better !== '' && row.better !== row.text;
  const leaves = !takesWords && row.reviewed === (catalogue.$reviewed[row.key] === markOf(source));
  if (now !== row.text && !(takesWords && now === row.better) && !leaves) return 'text-changed';
  if (!takesWords) return null;
  if ([...row.better].some(isControl)) return 'text-controls';
  if (hasStrayBraces(row.better)) return 'braces-stray';
  // A form for one may spell the number out.
  const counts = formOf(row.key) !== null;
  const named = (text: string) => placeholdersOf(text).filter((name) => !(counts && name === 'count'));
  return named(row.better).join() === named(source).join() ? null : 'placeholders-differ';
}

/** @param french the messages of the source. Rows whose "new words" are empty keep their words. */
export function returnReview(
  catalogue: CatalogueOf,
  french: CatalogueOf['messages'],
  rows: readonly ReturnedRow[]
): Returned {
  const problems: RowProblem[] = [];
  const seen = new Set<string>();
  const reviewed = new Map(Object.entries(catalogue.$reviewed));
  const messages = new Map(Object.entries(catalogue.messages));
  const texts: Change[] = [];
  for (const row of rows) {
    const source = frenchOf(french, row.key);
    const before = catalogue.messages[row.key];
    const note = (reason: RowProblem['reason']) => problems.push({ line: row.line, reason, value: row.key });
    if (source === null || before === undefined) note('key-unknown');
    else if (seen.has(row.key)) note('key-repeated');
    else {
      const why = whyNot(row, catalogue, source);
      if (why) note(why);
      const after = row.better === '' ? before : row.better;
      messages.set(row.key, after);
      if (after !== before) texts.push({ key: row.key, before, after });
      if (row.reviewed) reviewed.set(row.key, markOf(source));
      else reviewed.delete(row.key);
    }
    seen.add(row.key);
  }
  if (problems.length > 0) return { ok: false, problems };
  const ordered = Object.keys(catalogue.messages).flatMap((key) => {
    const mark = reviewed.get(key);
    return mark === undefined ? [] : [[key, mark] as const];
  });
  const keys = Object.keys(catalogue.messages);
  const $language = { ...catalogue.$language, status: ordered.length === keys.length ? 'reviewed' : 'draft' };
  const after = { $language, $reviewed: Object.fromEntries(ordered), messages: Object.fromEntries(messages) };
  return {
    ok: true,
    catalogue: after,
    texts,
    agreed: keys.filter(
      (key) => after.$reviewed[key] !== undefined && after.$reviewed[key] !== catalogue.$reviewed[key]
    ),
    doubted: keys.filter((key) => after.$reviewed[key] === undefined && catalogue.$reviewed[key] !== undefined)
  };
}
