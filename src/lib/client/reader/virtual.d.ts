/** What the reader says, by language; scripts/bundle/reader.ts takes it from the catalogues. */
declare module 'virtual:reader-words' {
  import type { ReaderWords } from '#lib/client/reader/words.ts';
  export const words: ReaderWords;
}

/** The address of the built reader: its version says its content. */
declare module 'virtual:reader-program' {
  export const reader: string;
}
