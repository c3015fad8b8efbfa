// Owns a language that nobody speaks, written from right to left: the French catalogue letter by letter in another script. It is made
// while a test runs, so that no build holds it, and it leaves alone what no catalogue says: names, and what people wrote.

const from = 'abcdefghijklmnopqrstuvwxyz';
const into = 'ابثدعفغحيجكلمنوپقرستضوطشىز';
const letters = new Map([...from].map((letter, place) => [letter, [...into][place] ?? letter]));
const filledIn = /(\{\{[^}]*\}\})/;

const inLetters = (text: string): string =>
  [...text.replace(/œ/gi, 'oe').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()]
    .map((letter) => letters.get(letter) ?? letter)
    .join('');

/** The same each time: what is filled in keeps its place and name, digits and signs stay. */
export const mirrored = (message: string): string =>
  message
    .split(filledIn)
    .map((part) => (filledIn.test(part) ? part : inLetters(part)))
    .join('');

type Template = { readonly says: RegExp; readonly parts: readonly string[] };

const templateOf = (message: string): Template => {
  const parts = message.split(filledIn);
  const source = parts.map((part) => (filledIn.test(part) ? '(.+?)' : RegExp.escape(part))).join('');
  return { says: new RegExp(`^${source}$`, 'su'), parts: parts.filter((part) => !filledIn.test(part)) };
};

/** How deep a sentence is filled in with sentences. */
const deepest = 3;

/** @returns what says a text of a page in that language, as far as the French catalogue says it. */
export function mirrorText(french: Readonly<Record<string, string>>): (text: string) => string {
  const all = Object.values(french);
  const whole = new Set(all.filter((message) => !filledIn.test(message)));
  const templates = all
    .filter((message) => filledIn.test(message) && /\p{L}/u.test(message.replaceAll(/\{\{[^}]*\}\}/g, '')))
    // The one that says most itself is meant.
    .sort((one, other) => mirrored(other).length - mirrored(one).length)
    .map(templateOf);
  const known = new Map<string, string>();
  const tell = (text: string, depth: number): string => {
    if (whole.has(text)) return mirrored(text);
    if (depth === deepest) return text;
    for (const { says, parts } of templates) {
      const found = says.exec(text);
      if (!found) continue;
      const values = found.slice(1).map((value) => tell(value, depth + 1));
      return parts.map((part, place) => inLetters(part) + (values[place] ?? '')).join('');
    }
    return text;
  };
  return (text) => {
    const [, before = '', said = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
    const told = known.get(said) ?? tell(said, 0);
    known.set(said, told);
    return before + told + after;
  };
}
