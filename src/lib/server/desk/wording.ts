// Owns what reviewers are shown at the desk: how much of each language speakers agreed to, by part of the program, and the same as a
// sheet to fill in. It changes no text: a sheet comes back through the command line, since the words are part of the program.
import { resolve } from 'node:path';
import { reviewedIn, shares } from '#lib/domain/wording/sentences.ts';
import { catalogues, fallbackLanguage, frenchMessages } from '#lib/i18n/catalogues.ts';
import type { Portal } from '../db/portal.ts';
import { waitingRemarks } from '../wording/remarks.ts';
import { whereUsed } from '../wording/where-used.ts';
import { writeSheet } from '../wording/write-sheet.ts';

const toReview = [...catalogues.values()].filter(({ $language }) => $language.tag !== fallbackLanguage);

/** Languages that follow French; the least reviewed parts of each come first. */
export const shareReviewed = () =>
  toReview.map((catalogue) => ({
    tag: catalogue.$language.tag,
    name: catalogue.$language.name,
    all: Object.keys(catalogue.messages).length,
    reviewed: reviewedIn(catalogue, frenchMessages),
    families: shares(catalogue, frenchMessages).toSorted(
      (one, other) => one.reviewed / one.all - other.reviewed / other.all || other.all - one.all
    )
  }));

let where: ReturnType<typeof whereUsed> | null = null;

/** @returns null for a language that is none of those to review. Reading the source takes a moment, so it is read once. */
export function sheetOf(db: Portal, language: string): string | null {
  const own = toReview.filter(({ $language }) => $language.tag === language);
  if (own.length === 0) return null;
  where ??= whereUsed(resolve('.'));
  return writeSheet({
    french: frenchMessages,
    catalogues: own,
    whereUsed: where,
    remarks: waitingRemarks(db),
    draftsOnly: false
  });
}
