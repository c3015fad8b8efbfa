// Owns handing the page's words to every part of it, through Svelte's context.
import { getContext, setContext } from 'svelte';
import { translatorFor, type Translate } from './translator.ts';

type Words = { readonly lang: string; readonly t: Translate };
const key = Symbol('words');

export const provideWords = (lang: string): Words => setContext(key, { lang, t: translatorFor(lang) });
export const useWords = (): Words => getContext<Words>(key);
