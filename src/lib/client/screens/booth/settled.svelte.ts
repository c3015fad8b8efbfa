// Owns the moment after a screen came up, in which a second tap of the same finger would answer the next question.

const settlesAfter = 350;

/** To be asked while a component starts. */
export function settledSoon(): { readonly yes: boolean } {
  let yes = $state(false);
  $effect(() => {
    const timer = setTimeout(() => (yes = true), settlesAfter);
    return () => clearTimeout(timer);
  });
  return {
    get yes() {
      return yes;
    }
  };
}
