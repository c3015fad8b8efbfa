// Owns the columns of the sheet that reviewers fill in, in French, since they read it in a spreadsheet set to French.

export const columns = {
  language: 'langue',
  key: 'clé',
  french: 'français',
  text: 'texte',
  status: 'état',
  where: 'où',
  note: 'note',
  remarks: 'remarques',
  better: 'nouveau texte',
  comment: 'commentaire'
} as const;

export type Column = keyof typeof columns;

export const statusWords = { draft: 'à relire', reviewed: 'relu' } as const;

/** What a spreadsheet takes for a formula. The writer puts an apostrophe before it, and the reader takes that off again. */
export const guarded = /^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/;
