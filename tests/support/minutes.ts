// Owns notes of an assembly with nothing left empty, and the same as a form sends them.
import { longestNote, type MinutesNotes } from '#lib/domain/vote/minutes-notes.ts';

const filled = (text: string, most: number): string => `${text.padEnd(most, ' et encore').slice(0, most - 1)}.`;

/** Every text is as long as it may be. */
export const fullestNotes: MinutesNotes = {
  language: 'fr',
  languages: ['fr', 'ses', 'taq'],
  interpreter: true,
  called: ['crier', 'mosque', 'radio', 'other'],
  calledOn: '2026-06-28',
  readAloud: true,
  prevention: 'finger',
  authorities: filled('Chef du village, un conseiller, 2 agents', longestNote.authorities),
  assisted: 4,
  helpers: ['relative', 'committee-member', 'other'],
  commitments: {
    land: { text: filled('Le lignage donne le terrain', longestNote.commitment), day: '2026-08-01' },
    labour: { text: filled('Chaque quartier creuse un jour', longestNote.commitment), day: '2026-08-02' },
    upkeep: { text: filled('Trois femmes et deux hommes', longestNote.commitment), day: '2026-08-03' },
    site: { text: filled('Près de l’école', longestNote.commitment), day: '2026-08-04' }
  },
  nextDay: '2026-08-05',
  nextPlace: filled('Sous le grand arbre', longestNote.place),
  closedAt: '16:30'
};

/** Lists as a repeated field, joined by commas. */
export const notesAsTyped = (notes: MinutesNotes): Readonly<Record<string, string>> => ({
  language: notes.language,
  languages: notes.languages.join(','),
  interpreter: 'yes',
  called: notes.called.join(','),
  calledOn: notes.calledOn ?? '',
  readAloud: 'yes',
  prevention: notes.prevention ?? '',
  authorities: notes.authorities,
  assisted: String(notes.assisted),
  helpers: notes.helpers.join(','),
  ...Object.fromEntries(
    Object.entries(notes.commitments).flatMap(([what, { text, day }]) => [
      [what, text],
      [`${what}Day`, day ?? '']
    ])
  ),
  nextDay: notes.nextDay ?? '',
  nextPlace: notes.nextPlace,
  closedAt: notes.closedAt ?? ''
});
