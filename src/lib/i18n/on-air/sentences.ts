// Owns taking apart what people wrote: into sentences, which are read whole or not at all, and around words to be seen first.

/** A space after the end of a sentence. An initial or a title ends none: "M. Touré", "Dr. Maïga", "A. S. Gao". */
const gap = /(?<=[.!?…؟۔](?:\s?[»"”’)])*)(?<!(?<!\p{L})(?:\p{L}|Dr|Pr|MM|Mme|Mlle|Ste?|tél)\.)\s+(?!»)/iu;

/** Sentences as written, each with its end; a last one without gets a full stop, so that the voice falls. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/\n+/)
    .flatMap((line) =>
      line
        .trim()
        .replace(/^[-–—•*]\s+/, '')
        .split(gap)
    )
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .map(closed);
}

/** "Tournoi de la paix" becomes "Tournoi de la paix."; what ends already stays. */
export const closed = (text: string): string => {
  const said = text.trim().replace(/\s+/g, ' ');
  return /[.!?…:;,؟۔](?:\s?[»"”’)])*$/u.test(said) ? said.replace(/\s*[:;,]+$/u, '.') : `${said}.`;
};

/** What somebody wrote for the end of a sentence that has a full stop of its own. */
export const unended = (text: string): string => text.trim().replace(/\s+/g, ' ').replace(/\.+$/, '');

export type Run = { readonly text: string; readonly bold: boolean };

/** The sentence in runs, the words of `bold` apart. Joined again they are the sentence. */
export function runsOf(text: string, bold: readonly string[]): readonly Run[] {
  const starts = bold.filter(Boolean).map((words) => ({ words, at: text.indexOf(words) }));
  const first = starts.filter(({ at }) => at >= 0).sort((one, other) => one.at - other.at)[0];
  if (!first) return text ? [{ text, bold: false }] : [];
  const { words, at } = first;
  const rest = runsOf(
    text.slice(at + words.length),
    bold.filter((other) => other !== words)
  );
  return [...(at > 0 ? [{ text: text.slice(0, at), bold: false }] : []), { text: words, bold: true }, ...rest];
}
