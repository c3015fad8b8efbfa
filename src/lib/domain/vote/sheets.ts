// Owns the list of sheets that are printed for a vote; what is on each is drawn by its component. Words: `sheet`, `sheet-use`.

export const sheets = ['ballots', 'bowls', 'tally', 'practice', 'poster'] as const;
export type Sheet = (typeof sheets)[number];

export const isSheet = (text: string): text is Sheet => (sheets as readonly string[]).includes(text);
