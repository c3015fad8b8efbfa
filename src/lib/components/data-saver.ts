// Owns whether whoever reads this page asked their browser to save data: then a drawing stands where a picture would.
import { getContext, setContext } from 'svelte';

const key = Symbol('data saver');

export const provideDataSaver = (saves: boolean): void => void setContext(key, saves);

export const savesData = (): boolean => getContext<boolean | undefined>(key) ?? false;
