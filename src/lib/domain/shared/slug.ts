// Owns the name of a community or a station in addresses. It refuses a slug that is taken or that an address of ours already means.
// Folding for search would turn Wabaria into "uabaria"; an address keeps the letters that people know.

const special: Readonly<Record<string, string>> = { ɛ: 'e', ɔ: 'o', ɲ: 'ny', ŋ: 'n', œ: 'oe', æ: 'ae' };
const longest = 60;
const highestNumber = 999;

/** `/desk/communities/new` and `/desk/stations/new` are pages where one is made. */
const reserved: ReadonlySet<string> = new Set(['new']);

/** @returns only a to z, 0 to 9 and single hyphens between them; empty when nothing of the name can be so written. */
export function slugOf(name: string): string {
  const letters = name.toLowerCase().replace(/[ɛɔɲŋœæ]/g, (letter) => special[letter] ?? '');
  const plain = letters.normalize('NFD').replace(/\p{M}/gu, '');
  const joined = plain.replace(/[’'`ʼ]/g, '').replace(/[^a-z0-9]+/g, '-');
  return joined.slice(0, longest).replace(/^-+|-+$/g, '');
}

function* candidates({ name, around: place, kind }: Named): Generator<string> {
  const [own, around] = [slugOf(name), slugOf(place)];
  if (own) yield own;
  const stem = [own, around].filter((part, index, parts) => part && parts.indexOf(part) === index).join('-') || kind;
  if (stem !== own) yield stem;
  for (let number = 2; number <= highestNumber; number += 1) yield `${stem}-${number}`;
}

/** `around` is the place that tells namesakes apart; `kind` stands for a name that has no letter of an address. */
type Named = { readonly name: string; readonly around: string; readonly kind: 'community' | 'station' };

/**
 * The name, else with its place, else with a number. Drawn once: a slug never changes, even when the name does.
 * @returns null when all are taken.
 */
export function drawSlug(named: Named, isTaken: (slug: string) => boolean): string | null {
  for (const slug of candidates(named)) if (!reserved.has(slug) && !isTaken(slug)) return slug;
  return null;
}
