// Owns telling a page that was shown before the portal was asked what came of asking: that it changed, or that there is no network. It
// refuses to speak to whoever does not ask: a page that is still loading would not hear it.
import { words } from 'virtual:reader-words';
import { momentInWords } from '#lib/i18n/dates.ts';
import { barOf } from './page-parts.ts';
import { withMoment, wordsIn } from './words.ts';
import type { Hears } from './worker-types.ts';

const byAddress = new Map<string, Promise<string | null>>();

/** @param bar null where all is as it was. */
export const expectNews = (address: string, bar: Promise<string | null>): void => void byAddress.set(address, bar);

export function tell(event: Hears): void {
  const { source } = event;
  const news = byAddress.get((source?.url ?? '').replace(/#.*/, ''));
  if (news) event.waitUntil(news.then((bar) => bar !== null && source?.postMessage(bar)).catch(() => null));
}

const langOf = ({ headers }: Response): string => headers.get('x-lang') ?? '';

export function seenBar(kept: Response, path: string): string {
  const say = wordsIn(words, langOf(kept));
  const moment = momentInWords(langOf(kept), kept.headers.get('x-seen') ?? '');
  return barOf(withMoment(say['offline.seen'], moment), say['assembly.try-again'], path);
}

export function changedBar(kept: Response, path: string): string {
  const say = wordsIn(words, langOf(kept));
  return barOf(say['offline.changed'], say['offline.see'], path);
}
