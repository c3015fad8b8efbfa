// Owns the phone's own Back key while an assembly is open: it stays where it is, since no screen before this one may be seen again.

/** @returns how to stop. Kit's own mark in the history is kept, so that it takes no part. */
export function stayOnScreen(): () => void {
  const guard = () => history.pushState({ ...(history.state as object | null), stays: true }, '');
  // Browsers pass over an entry that no touch made: each touch makes sure that there is one.
  const touched = () => (history.state as { stays?: true } | null)?.stays ?? guard();
  guard();
  addEventListener('popstate', guard);
  addEventListener('pointerdown', touched);
  addEventListener('keydown', touched);
  return () => {
    removeEventListener('popstate', guard);
    removeEventListener('pointerdown', touched);
    removeEventListener('keydown', touched);
  };
}
