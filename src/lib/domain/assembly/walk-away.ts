// Owns how long a voter may leave the phone alone before their unfinished ballot is wiped. It takes lengths of time and no hour: a
// clock that jumps sends nobody away.

const quietSeconds = 60;
const askedSeconds = 10;

/** `asked`: whether they are still there; `left`: seconds until it is wiped. */
export type Presence =
  { readonly is: 'here' } | { readonly is: 'asked'; readonly left: number } | { readonly is: 'gone' };

/** @param quiet seconds without touch, key or sound. */
export function presenceAfter(quiet: number): Presence {
  if (quiet < quietSeconds) return { is: 'here' };
  const left = Math.ceil(quietSeconds + askedSeconds - quiet);
  return left > 0 ? { is: 'asked', left } : { is: 'gone' };
}

/** Whoever comes back to a page that was out of sight is asked first: nobody saw who looked at it meanwhile. */
export const quietAfterHiding = (quiet: number): number => Math.max(quiet, quietSeconds);
