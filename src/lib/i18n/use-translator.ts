// Owns handing the page's words to every part of it, through Svelte's context.
import { getContext, setContext } from 'svelte';
import { translatorFor, type Translate } from './translator.ts';

type Words = { readonly lang: string; readonly t: Translate };
const key = Symbol('words');

export const provideWords = (lang: string): Words => setContext(key, { lang, t: translatorFor(lang) });
/** On a screen that changes its language without another page. @param lang reads a signal, so that whatever was said is said anew. */
export function provideChangingWords(lang: () => string): void {
  const say: Translate = Object.assign((...asked: Parameters<Translate>) => translatorFor(lang())(...asked), {
    code: (...asked: Parameters<Translate['code']>) => translatorFor(lang()).code(...asked)
  });
  setContext<Words>(key, {
    get lang() {
      return lang();
    },
    t: say
  });
}

export const useWords = (): Words => getContext<Words>(key);
