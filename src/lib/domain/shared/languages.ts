// Owns the languages that people write and record in. The languages of the screens are the catalogues in `messages/`.

/** Autonyms by ISO code; the typed list of `product.md`. */
export const contentLanguages = {
  fr: 'Français',
  bm: 'Bamanankan',
  ses: 'Soŋay senni',
  khq: 'Koyra ciini',
  taq: 'Tamasheq',
  ar: 'العربية',
  ff: 'Fulfulde'
} as const;

export type ContentLanguage = keyof typeof contentLanguages;

export const contentLanguageCodes = Object.keys(contentLanguages) as ContentLanguage[];
