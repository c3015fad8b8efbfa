// Owns the script of one event in one language: twenty to thirty seconds, day and hour said twice. Refuses to cut a sentence.
import type { AudienceCode } from '#lib/domain/event/audiences.ts';
import { dated, type Dated } from '../calendar-names.ts';
import { translatorFor } from '../translator.ts';
import { isDraft, recording } from './drafts.ts';
import { secondsToSay } from './pace.ts';
import { partsOf, ranks, type Part, type Sentence } from './parts.ts';
import type { SpokenEvent } from './spoken-event.ts';

export const longestSeconds = 30;
/** Below, the script is filled up, as far as there is something to say. */
export const usualSeconds = 20;

export type SpokenScript = {
  readonly lang: Dated;
  readonly sentences: readonly Sentence[];
  /** Whole ones; see `pace.ts` for how far to trust them. */
  readonly seconds: number;
  /** That of the texts of people not all is said: it is longer than the time, and only whole sentences are read. */
  readonly shortened: boolean;
  /** That no speaker has heard all of the program's own words in it yet. */
  readonly draft: boolean;
  readonly startsAt: string;
  /** The hour is not known here: `startsAt` is midnight of the day. */
  readonly masked: boolean;
  readonly audience: AudienceCode;
};

/** @param lang of the screens; another gets French. */
export function scriptOf(wanted: string, event: SpokenEvent): SpokenScript {
  const lang = dated(wanted);
  const keys = new Set<string>();
  const parts = partsOf(recording(translatorFor(lang), keys), lang, event);
  const said = fitted(parts);
  const sentences = said.flat();
  const isFree = parts.map(({ rank }) => rank === 'free');
  return {
    lang,
    sentences,
    seconds: Math.round(lasting(sentences)),
    shortened: parts.some((part, index) => isFree[index] && (said[index] ?? []).length < part.sentences.length),
    draft: isDraft(lang, keys),
    startsAt: event.startsAt,
    masked: event.masked ?? false,
    audience: event.audience
  };
}

const lasting = (sentences: readonly Sentence[]): number =>
  sentences.reduce((sum, { lang, text }) => sum + secondsToSay(lang, text), 0);

/** By part, in the order of speech, what is said of it: what must be, then rank by rank whatever still fits. */
function fitted(parts: readonly Part[]): readonly (readonly Sentence[])[] {
  const said = parts.map(({ rank, sentences }) => (rank === 'must' ? sentences : []));
  let seconds = lasting(said.flat());
  for (const rank of ranks) {
    if (rank === 'filler' && seconds >= usualSeconds) break;
    for (const [index, part] of parts.entries()) {
      if (part.rank !== rank) continue;
      const fits = rank === 'free' ? beginning(part.sentences, longestSeconds - seconds) : part.sentences;
      if (seconds + lasting(fits) > longestSeconds) continue;
      said[index] = fits;
      seconds += lasting(fits);
    }
  }
  return said;
}

/** The first sentences that take no more than the time left. */
function beginning(sentences: readonly Sentence[], left: number): readonly Sentence[] {
  const over = sentences.findIndex((_, index) => lasting(sentences.slice(0, index + 1)) > left);
  return over < 0 ? sentences : sentences.slice(0, over);
}
