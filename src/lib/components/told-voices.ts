// Owns handing to every part of a page which sentences have a recorded voice in its language.
import { getContext, setContext } from 'svelte';
import type { SpokenLabel } from '#lib/domain/spoken/labels.ts';

/** Addresses of sounds. */
export type ToldVoices = ReadonlyMap<SpokenLabel, string>;
const key = Symbol('voices');

export const provideVoices = (voices: ToldVoices): ToldVoices => setContext(key, voices);
export const useVoices = (): ToldVoices => getContext<ToldVoices | undefined>(key) ?? new Map();
