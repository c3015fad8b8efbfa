// Owns under which names a phone keeps what was read, how much of it, and which addresses are never kept whatever they answer.

/** Public pages that were seen. */
export const pagesCache = 'sigida-read-pages';
/** Pictures and voices that were seen and heard. */
export const mediaCache = 'sigida-read-media';
/** Drawings and scripts that those pages name, and in each language read the page that lists them. */
export const filesCache = 'sigida-read-files';

/** Which of the pages may be shown before the portal is asked. */
export const trustCache = 'sigida-read-trust';

export const mostOf = {
  [pagesCache]: { entries: 60, bytes: 3_000_000 },
  [mediaCache]: { entries: 300, bytes: 10_000_000 },
  [filesCache]: { entries: 24, bytes: 1_000_000 }
} as const;
export type Kept = keyof typeof mostOf;

/** Desk, cards and assemblies: the network alone answers them. */
const untouched = /^\/v$|^\/\w+\/(desk|vote|assembly)(\/|$)/;
export const isUntouched = (path: string): boolean => untouched.test(path);

/** Where somebody signs in, or is. */
export const isDesk = (path: string): boolean => /^\/\w+\/desk(\/|$)/.test(path);

export const offlineOf = (lang: string): string => `/${lang}/offline`;
export const isOffline = (path: string): boolean => /^\/\w+\/offline$/.test(path);
export const isMedium = (path: string): boolean => path.startsWith('/media/');
/** Our own drawings and scripts, by an address that changes with their content. */
export const isFile = ({ pathname, search }: URL): boolean =>
  /^\/[\w-]+\.(js|svg)$/.test(pathname) && /^\?v=\w+$/.test(search);
