/** The verifier as one HTML file; scripts/bundle/verifier.ts builds it. */
declare module 'virtual:verifier' {
  export const html: string;
}

/** The texts that the verifier carries. */
declare module 'virtual:verifier-words' {
  import type { VerifierWords } from '#lib/client/verifier/words.ts';
  const words: VerifierWords;
  export default words;
}
