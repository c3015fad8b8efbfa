// Owns joining names in a sentence: "A, B et C". Neither Bambara nor Songhai is known to `Intl.ListFormat`.

const ands: Readonly<Record<string, string>> = { fr: 'et', bm: 'ani', ses: 'nda' };

export function listInWords(lang: string, names: readonly string[]): string {
  const [last = '', ...before] = [...names].reverse();
  return before.length === 0 ? last : `${before.reverse().join(', ')} ${ands[lang] ?? 'et'} ${last}`;
}
