// Owns folding: the one form in which spellings of a name are compared. It decides no match by itself, and shows nothing.
// The rules follow how Bambara and Songhai are typed without their letters (gnògònye, Songhay, Ouologuem).

/** In order: each one sees what those above it left. */
const rules: readonly (readonly [pattern: RegExp, by: string])[] = [
  [/ɛ/g, 'e'],
  [/ɔ/g, 'o'],
  [/ɲ/g, 'ny'],
  [/ŋ/g, 'ng'],
  [/[^\p{L}\p{N}]+/gu, ' '],
  // What an apostrophe parted: k'a, b'a before a vowel, and the nasal of N'Gouma, M'Pessoba before a consonant.
  [/(?<= |^)([kbyntmd]) (?=[aeiou])/g, '$1'],
  [/(?<= |^)([nm]) (?=[a-z]{2})/g, '$1'],
  [/gn(?=[aeiou])/g, 'ny'],
  [/gu(?=[ei])/g, 'g'],
  [/gh/g, 'g'],
  [/ng/g, 'n'],
  [/tch|ty/g, 'c'],
  [/[sc]h/g, 's'],
  [/dj/g, 'j'],
  [/ou|w/g, 'u'],
  [/([aeiou])\1+/g, '$1']
];

/** ñ is a letter of its own; the marks of all others (é, š, ã) fall. */
const withoutMarks = (lower: string): string =>
  lower.normalize('NFC').replace(/ñ/g, 'ny').normalize('NFD').replace(/\p{M}/gu, '');

/** @returns lower-case words parted by one space; the same for stored text and for what is typed. */
export const fold = (text: string): string =>
  rules.reduce((folded, [pattern, by]) => folded.replace(pattern, by), withoutMarks(text.toLowerCase())).trim();

/** The folded name from each of its words on: "gao est" gives "gao est" and "est". */
export function wordStarts(folded: string): readonly string[] {
  const words = folded.split(' ').filter(Boolean);
  return words.map((_, index) => words.slice(index).join(' '));
}
