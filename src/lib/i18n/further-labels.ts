// Owns what the fields of further languages are called in the summary of what a form refused: the same label, and the language.
import { contentLanguageCodes, contentLanguages } from '#lib/domain/shared/languages.ts';
import type { Translate } from './translator.ts';

export const furtherLabels = (t: Translate): Readonly<Record<string, string>> =>
  Object.fromEntries(
    contentLanguageCodes.flatMap((code) => [
      [`title-${code}`, `${t('event-form.name')} · ${contentLanguages[code]}`],
      [`about-${code}`, `${t('event-form.about')} · ${contentLanguages[code]}`]
    ])
  );
