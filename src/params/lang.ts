import { isScreenLanguage } from '#lib/i18n/catalogues.ts';

export const match = isScreenLanguage;
