// Owns telling what a station speaks and where it is heard: "Français, Soŋay senni · Cercle Gao".
import { contentLanguages, type ContentLanguage } from '#lib/domain/shared/languages.ts';
import type { Translate } from './translator.ts';

type Told = {
  readonly languages: readonly ContentLanguage[];
  readonly heardIn: readonly { readonly level: 'region' | 'cercle'; readonly name: string }[];
};

export function stationInWords(t: Translate, { languages, heardIn }: Told): string {
  const spoken = languages.map((code) => contentLanguages[code]).join(', ');
  return `${spoken} · ${heardIn.map(({ level, name }) => `${t(`place.${level}`)} ${name}`).join(', ')}`;
}
