// Owns the command that takes a reviewed sheet back into `messages/`: says what changes, and everything that keeps it from being taken.
import { returnReview, type Returned, type RowProblem } from '#lib/domain/wording/return-review.ts';
import type { CatalogueOf } from '#lib/domain/wording/sentences.ts';
import { readSheet, type SheetRefusal, type SheetRow } from '#lib/server/wording/read-sheet.ts';
import { projectFile } from '#lib/server/db/project-file.ts';
import { readCatalogues, writeCatalogue } from './catalogue-files.ts';
import type { Command } from './command.ts';
import { readLine } from './read-line.ts';
import { readText } from './read-text.ts';

const help = `Usage: npm run sigida -- messages import FILE.csv [--dry-run]

Takes a sheet of messages export back. Rows with a "nouveau texte" change the text; "relu" in "état" says that a speaker agreed to it
beside the French that stands there. One wrong row, and nothing is changed. The same sheet changes nothing the second time.
The portal says the new words after npm run build.

  --dry-run   say what would change, and change nothing`;

const options = { help: { type: 'boolean', short: 'h' }, 'dry-run': { type: 'boolean' } } as const;

type Reason = RowProblem['reason'] | SheetRefusal | 'language-unknown';

const sentences: Readonly<Record<Reason, string>> = {
  'sheet-empty': 'the sheet has no rows',
  'quotes-wrong': 'the quotes can not be read',
  'columns-missing': 'columns are missing',
  'row-incomplete': 'a row lacks its language or key',
  'status-unknown': 'the state is neither "à relire" nor "relu"',
  'language-unknown': 'no language of the screens, or the one that the others follow',
  'key-unknown': 'there is no such key',
  'key-repeated': 'the key stands twice',
  'french-changed': 'French says something else now; export again',
  'text-changed': 'the text was changed since the sheet was made; export again',
  'text-controls': 'the new text has signs that can not be seen',
  'placeholders-differ': 'the new text lacks a {{…}} of the French, or has another',
  'braces-stray': 'the new text has braces that belong to no {{…}}'
};

const mostLines = 40;

const problemLine = (line: number, reason: Reason, value: string): string =>
  `line ${line}: ${sentences[reason]}${value ? ` (${value})` : ''}`;

type Taken = Extract<Returned, { ok: true }>;

/** All languages of the sheet, or the lines that say what is wrong in it. */
function takeBack(
  catalogues: ReadonlyMap<string, CatalogueOf>,
  rows: readonly SheetRow[]
): { readonly taken: readonly Taken[]; readonly problems: readonly string[] } {
  const french = [...catalogues.values()].find(({ $language }) => $language.status === 'source')?.messages ?? {};
  const taken: Taken[] = [];
  const problems: string[] = [];
  for (const [language, own] of Map.groupBy(rows, (row) => row.language)) {
    const catalogue = catalogues.get(language);
    if (!catalogue || catalogue.$language.status === 'source') {
      problems.push(problemLine(own[0]?.line ?? 1, 'language-unknown', language));
      continue;
    }
    const done = returnReview(catalogue, french, own);
    if (done.ok) taken.push(done);
    else problems.push(...done.problems.map(({ line, reason, value }) => problemLine(line, reason, value)));
  }
  return { taken, problems };
}

function refused(problems: readonly string[]): number {
  const more = problems.length > mostLines ? [`… and ${problems.length - mostLines} more`] : [];
  console.error([...problems.slice(0, mostLines), ...more, 'Nothing was changed.'].join('\n'));
  return 1;
}

function describe({ catalogue, texts, agreed, doubted }: Taken): string {
  return [
    ...texts.map(({ key, before, after }) => `  ${key}: ${before} → ${after}`),
    `${catalogue.$language.tag}: ${texts.length} new texts, ${agreed.length} reviewed, ${doubted.length} to review again`
  ].join('\n');
}

export const messagesImport: Command = {
  run: async (args) => {
    const line = readLine(args, options, 1);
    if (!line.ok) return (console.error(`${line.why}\n\n${help}`), 2);
    if (line.values.help) return (console.log(help), 0);
    const [file] = line.positionals;
    if (file === undefined) return (console.error(`Give one file.\n\n${help}`), 2);
    const text = readText(file);
    if (text === null) return 1;
    const read = readSheet(text);
    if (!read.ok) {
      const { line: at, value } = read.refusal.detail ?? {};
      return refused([problemLine(Number(at ?? 1), read.refusal.code, String(value ?? ''))]);
    }
    const folder = projectFile('messages');
    const { taken, problems } = takeBack(readCatalogues(folder), read.value);
    if (problems.length > 0) return refused(problems);
    console.log(taken.map(describe).join('\n'));
    if (line.values['dry-run']) return (console.log('Dry run: nothing was changed.'), 0);
    for (const { catalogue, texts, agreed, doubted } of taken)
      if (texts.length + agreed.length + doubted.length > 0) writeCatalogue(folder, catalogue);
    return 0;
  }
};
