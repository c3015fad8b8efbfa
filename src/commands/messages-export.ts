// Owns the command that writes the texts of the screens as a sheet for those who review them.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPortal } from '#lib/server/db/portal.ts';
import { waitingRemarks } from '#lib/server/wording/remarks.ts';
import { whereUsed } from '#lib/server/wording/where-used.ts';
import { writeSheet, type SaidOf } from '#lib/server/wording/write-sheet.ts';
import { projectFile } from '#lib/server/db/project-file.ts';
import { readCatalogues } from './catalogue-files.ts';
import type { Command } from './command.ts';
import { readDataFolder } from './read-data-folder.ts';
import { readLine } from './read-line.ts';

const help = `Usage: npm run sigida -- messages export [LANGUAGE…] [options]

Writes the texts of the screens beside their French, as a sheet (CSV) for Excel or LibreOffice: of bm and ses, or of the languages
named. Reviewers write better words in "nouveau texte" and "relu" in "état"; messages import takes the sheet back. Where
SIGIDA_DATA (default: data) has a portal, what speakers said is badly said stands beside.

  --out FILE      write there (else to the screen)
  --only drafts   leave out what a speaker has reviewed`;

const options = {
  help: { type: 'boolean', short: 'h' },
  out: { type: 'string' },
  only: { type: 'string' }
} as const;

function readRemarks(): readonly SaidOf[] {
  const file = join(readDataFolder(), 'portal.db');
  if (!existsSync(file)) return [];
  const db = openPortal(file);
  try {
    return waitingRemarks(db);
  } finally {
    db.$client.close();
  }
}

export const messagesExport: Command = {
  run: async (args) => {
    const line = readLine(args, options, 20);
    if (!line.ok) return (console.error(`${line.why}\n\n${help}`), 2);
    if (line.values.help) return (console.log(help), 0);
    const { out, only } = line.values;
    if (only !== undefined && only !== 'drafts') return (console.error(`--only takes drafts.\n\n${help}`), 2);
    const catalogues = readCatalogues(projectFile('messages'));
    const source = [...catalogues.values()].find(({ $language }) => $language.status === 'source');
    const others = [...catalogues.keys()].filter((tag) => tag !== source?.$language.tag).sort();
    const unknown = line.positionals.find((tag) => !others.includes(tag));
    if (unknown !== undefined) return (console.error(`"${unknown}" is none of ${others.join(', ')}.`), 1);
    const wanted = new Set(line.positionals.length > 0 ? line.positionals : others);
    const text = writeSheet({
      french: source?.messages ?? {},
      catalogues: [...wanted].flatMap((tag) => catalogues.get(tag) ?? []),
      whereUsed: whereUsed(projectFile('.')),
      remarks: readRemarks(),
      draftsOnly: only === 'drafts'
    });
    if (out === undefined) return (process.stdout.write(text), 0);
    writeFileSync(out, text);
    console.error(`Written to ${out}.`);
    return 0;
  }
};
