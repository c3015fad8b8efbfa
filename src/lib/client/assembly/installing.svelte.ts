// Owns the browser's offer to put the assembly beside the phone's other programs. Some browsers make none: then words say how.

/** Not among the types of pages yet: one browser family has it. */
type Offer = Event & { prompt(): Promise<unknown> };

let offer = $state.raw<Offer | null>(null);

// The offer comes once, soon after the page: before any screen could listen for it.
if (typeof window !== 'undefined')
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event as Offer;
  });

export const canInstall = (): boolean => offer !== null;

export async function install(): Promise<void> {
  await offer?.prompt();
  offer = null;
}

export const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches;
