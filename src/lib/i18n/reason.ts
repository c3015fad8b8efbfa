// Owns wording the one-sentence reason of a result, from published figures only.
import { reasonPlaceholders, type Reason } from '#lib/domain/result/reason.ts';
import { listInWords } from './lists.ts';
import { translatorFor } from './translator.ts';

type Named = { readonly id: string; readonly title: string };

export function reasonInWords(lang: string, reason: Reason, options: readonly Named[]): string {
  const nameOf = (id: string) => options.find((option) => option.id === id)?.title ?? '';
  const values = reasonPlaceholders(reason, nameOf, (names) => listInWords(lang, names));
  return translatorFor(lang).code('reason', reason.code, values);
}
