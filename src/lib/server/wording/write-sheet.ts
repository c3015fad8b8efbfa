// Owns writing a catalogue as a sheet for reviewers: each text beside its French, where it stands, what speakers said of it, and room
// for better words. UTF-8 with its mark and semicolons, as spreadsheets set to French open without asking.
import { stringify } from 'csv-stringify/sync';
import {
  formOf,
  frenchOf,
  isReviewed,
  placeholdersOf,
  stemOf,
  type CatalogueOf,
  type Texts
} from '#lib/domain/wording/sentences.ts';
import { columns, statusWords, type Column } from './columns.ts';

export type SaidOf = { readonly language: string; readonly said: string; readonly better: string };

export type SheetAsked = {
  readonly french: Texts;
  readonly catalogues: readonly CatalogueOf[];
  readonly whereUsed: (key: string) => readonly string[];
  /** What waits for a reviewer. */
  readonly remarks: readonly SaidOf[];
  readonly draftsOnly: boolean;
};

export function writeSheet({ french, catalogues, whereUsed, remarks, draftsOnly }: SheetAsked): string {
  const rows = catalogues.flatMap((catalogue) => {
    const language = catalogue.$language.tag;
    const own = remarks.filter((remark) => remark.language === language);
    return Object.entries(catalogue.messages).flatMap(([key, text]): Record<Column, string>[] => {
      const reviewed = isReviewed(catalogue, french, key);
      if (reviewed && draftsOnly) return [];
      const row = { language, key, french: frenchOf(french, key) ?? '', text, better: '', comment: '' };
      const about = own.filter(({ said }) => isAbout(said, text)).map(told);
      return [
        {
          ...row,
          status: reviewed ? statusWords.reviewed : statusWords.draft,
          where: whereUsed(key).join(' '),
          note: noteOn(key, row.french),
          remarks: about.join('\n')
        }
      ];
    });
  });
  const header = Object.entries(columns).map(([name, title]) => ({ key: name, header: title }));
  return stringify(rows, { bom: true, delimiter: ';', header: true, columns: header, escape_formulas: true });
}

const told = ({ said, better }: SaidOf): string => (better ? `${said} → ${better}` : said);

const bare = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** People copy a sentence, a part of it, or all that stands around it; where a placeholder stood they read something else. */
function isAbout(said: string, text: string): boolean {
  const heard = bare(said);
  const parts = text
    .split(/\{\{[^}]*\}\}/)
    .map(bare)
    .filter((part) => part.length > 3);
  return (
    parts.length > 0 &&
    (parts.every((part) => heard.includes(part)) || (heard.length > 3 && bare(text).includes(heard)))
  );
}

function noteOn(key: string, source: string): string {
  const form = formOf(key);
  const names = placeholdersOf(source).map((name) => `{{${name}}}`);
  return [
    ...(form ? [`Forme « ${form} » de ${stemOf(key)}, selon le nombre.`] : []),
    ...(names.length > 0 ? [`À garder tel quel : ${names.join(', ')}.`] : [])
  ].join(' ');
}
