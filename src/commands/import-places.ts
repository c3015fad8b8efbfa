// Owns the command that imports an official list of places: reads the file, shows progress, and says what was found.
import { parseArgs } from 'node:util';
import { importPlaces as importList, type ImportReport } from '#lib/server/community/import-places.ts';
import type { Pair } from '#lib/domain/community/place-changes.ts';
import type { Command } from './command.ts';
import { preparePortal } from './data-folder.ts';
import { describeProblem } from './import-places-problems.ts';
import { startProgress } from './progress.ts';
import { readText } from './read-text.ts';
import { readDataFolder } from './read-data-folder.ts';

const help = `Usage: npm run sigida -- import places FILE.csv [options]

Brings an official list of regions, cercles, communes or localities into the database in SIGIDA_DATA (default: data).
The header tells which list it is; columns may stand in any order, parted by commas or semicolons. Places are known by
their P-code, so the same list changes nothing the second time. One wrong row, and nothing is imported.
Old names stay findable, and no place is deleted.

  --dry-run           say what would change, and change nothing
  --accept-moves      move places that the list has under another parent (else they are reported and kept as they were)
  --retire-vanished   mark places that the list no longer has (else they are reported and left)`;

const options = {
  help: { type: 'boolean', short: 'h' },
  'dry-run': { type: 'boolean' },
  'accept-moves': { type: 'boolean' },
  'retire-vanished': { type: 'boolean' }
} as const;

/** Enough to see what is wrong; a file in another encoding has thousands. */
const mostLines = 40;

export const importPlaces: Command = {
  run: async (args) => {
    const line = readLine(args);
    if (typeof line === 'string') return (console.error(`${line}\n\n${help}`), 2);
    if (line.values.help) return (console.log(help), 0);
    const [file, ...others] = line.positionals;
    if (file === undefined || others.length > 0) return (console.error(`Give one file.\n\n${help}`), 2);
    const csvText = readText(file);
    if (csvText === null) return 1;
    return importFile(csvText, line.values);
  }
};

type Flags = { readonly [Name in keyof typeof options]?: boolean | undefined };
type Line = { readonly values: Flags; readonly positionals: readonly string[] };

function readLine(args: readonly string[]): Line | string {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

function importFile(csvText: string, flags: Flags): number {
  const db = preparePortal(readDataFolder());
  const progress = startProgress('Importing places');
  try {
    const done = importList(db, csvText, {
      now: new Date(),
      onProgress: progress.show,
      dryRun: flags['dry-run'] ?? false,
      acceptMoves: flags['accept-moves'] ?? false,
      retireVanished: flags['retire-vanished'] ?? false
    });
    progress.end();
    if (done.ok) return (console.log(describeReport(done.report, flags)), 0);
    const lines = withRest(done.problems.map(describeProblem));
    console.error([...lines, 'Nothing was imported.'].join('\n'));
    return 1;
  } finally {
    db.$client.close();
  }
}

const withRest = (lines: readonly string[]): readonly string[] =>
  lines.length > mostLines ? [...lines.slice(0, mostLines), `… and ${lines.length - mostLines} more`] : lines;

function describeReport(report: ImportReport, flags: Flags): string {
  const { added, renamed, altered, moved, vanished, unchanged, written } = report;
  const dry = flags['dry-run'];
  const from = ({ known, listed }: Pair) =>
    `  ${listed.pcode} ${listed.name}: from ${known.parent} to ${listed.parent}`;
  const movedNow = flags['accept-moves'] ? 'moved' : 'kept where they were; --accept-moves moves them';
  const vanishedNow = flags['retire-vanished'] ? 'marked' : 'left; --retire-vanished marks them';
  const section = (title: string, lines: readonly string[]) => (lines.length > 0 ? [title, ...withRest(lines)] : []);
  return [
    ...section(
      'Renamed:',
      renamed.map(({ known, listed }) => `  ${listed.pcode} ${known.name}: now ${listed.name}`)
    ),
    ...section(`Under another parent (${dry ? 'dry run' : movedNow}):`, moved.map(from)),
    ...section(
      `Not in the list (${dry ? 'dry run' : vanishedNow}):`,
      vanished.map(({ pcode, name }) => `  ${pcode} ${name}`)
    ),
    `new ${added.length}, renamed ${renamed.length}, altered ${altered.length}, unchanged ${unchanged}, ` +
      `moved ${moved.length}, vanished ${vanished.length}`,
    dry ? 'Dry run: nothing was changed.' : `${written} changed.`
  ].join('\n');
}
