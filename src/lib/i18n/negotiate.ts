// Owns choosing the language of a visitor who did not say: cookie, then Accept-Language, then French.
import { fallbackLanguage, isScreenLanguage } from './catalogues.ts';

/** Tags for Songhai other than its own: its collective code and its neighbours. */
const songhai = ['son', 'khq', 'dje', 'hmb'];

function screenLanguageOf(tag: string): string | null {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  if (isScreenLanguage(primary)) return primary;
  if (primary === 'bam') return 'bm';
  return songhai.includes(primary) ? 'ses' : null;
}

/** @param cookie a tag or nothing. @param acceptLanguage the header as sent. */
export function negotiateLanguage(cookie: string | undefined, acceptLanguage: string | null): string {
  if (cookie && isScreenLanguage(cookie)) return cookie;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality);
  for (const { tag } of wanted) {
    const lang = screenLanguageOf(tag);
    if (lang) return lang;
  }
  return fallbackLanguage;
}
